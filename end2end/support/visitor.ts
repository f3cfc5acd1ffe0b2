import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, type Response } from '@playwright/test'
import type { Colleague } from './server.ts'
import type { Kind } from './site.ts'
import { pattern, words, type Script } from './words.ts'

/** Who a booking is for. */
export interface Guest {
  name: string
  phone: string
  email?: string
  remarks?: string
}

/** What is looked for; blanks as the site fills them in. */
export interface Wish {
  day?: string
  heads?: number
  nights?: number
  rooms?: number
}

/** How a booking is paid. */
export type Way = 'online' | 'counter' | 'transfer'

const results: Record<Kind, string> = { stay: '/stays', venue: '/venues', trip: '/trips' }
const tabs: Record<Kind, string> = { stay: 'nav-stays', venue: 'nav-venues', trip: 'nav-trips' }

/** For so many days the demo sells what is sold. */
const onSale: Record<Kind, number> = { stay: 80, venue: 20, trip: 20 }
const dayLabel: Record<Kind, string> = { stay: 'search-arrive', venue: 'search-day', trip: 'search-travel-day' }
const headsLabel: Record<Kind, string> = { stay: 'search-guests', venue: 'search-heads', trip: 'search-passengers' }

/** A phone number nobody else has. */
export function someonesPhone(): string {
  return `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
}

/** A guest nobody else is. */
export function someone(): Guest {
  return { name: '王小明', phone: someonesPhone() }
}

/** The day that many days ahead, in Shanghai. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}

/** A day far enough ahead to be free, another for every call, so that tests do not buy each other's rooms or seats. */
export function someDay(kind: Kind = 'trip'): string {
  return dayAhead(4 + Math.floor(Math.random() * onSale[kind]))
}

/** A person in a browser: does what people do, in the words of the script he reads. */
export class Visitor {
  constructor(
    readonly page: Page,
    readonly script: Script,
    readonly hasScript: boolean,
    readonly complaints: string[],
  ) {}

  /** A text of the interface. */
  t(id: string, values: Record<string, string | number> = {}): string {
    return words(this.script, id, values)
  }

  /** A text whose variables may be anything. */
  like(id: string): RegExp {
    return pattern(this.script, id)
  }

  /** Goes to a page of his script: `/stays`. */
  async goes(path: string): Promise<Response> {
    const response = await this.page.goto(`/${this.script}${path === '/' ? '' : path}`)
    if (!response) throw new Error(`no answer from ${path}`)
    return response
  }

  /** The path he is on, without the script. */
  get path(): string {
    return new URL(this.page.url()).pathname.replace(/^\/zh-han[st]/, '') || '/'
  }

  /** A field by the text its label begins with; what stands behind it, such as "optional", does not matter. */
  field(id: string): Locator {
    return this.page.getByRole('main').getByLabel(new RegExp(`^\\s*${this.like(id).source}`)).and(this.page.locator('input, select, textarea'))
  }

  button(id: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name: this.t(id) })
  }

  link(id: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name: this.t(id) })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  /** The summary of everything that is wrong with a form. */
  get faults(): Locator {
    return this.page.getByRole('main').getByRole('alert')
  }

  /** Changes to the other script, whose name is written in that script itself. */
  async switchesScript(): Promise<void> {
    const other: Script = this.script === 'zh-hans' ? 'zh-hant' : 'zh-hans'
    await this.page.getByRole('banner').getByRole('link', { name: words(other, 'script-name') }).click()
  }

  /** Searches from the home page. */
  async searches(kind: Kind, wish: Wish = {}): Promise<void> {
    await this.goes('/')
    await this.page.getByRole('navigation', { name: this.t('kinds-label') }).getByRole('link', { name: this.t(tabs[kind]) }).click()
    const form = this.page.getByRole('search')
    await form.getByLabel(this.t(dayLabel[kind])).fill(wish.day ?? someDay(kind))
    if (wish.heads) await form.getByLabel(this.t(headsLabel[kind])).fill(String(wish.heads))
    if (wish.nights) await form.getByLabel(this.t('search-nights')).fill(String(wish.nights))
    if (wish.rooms) await form.getByLabel(this.t('search-rooms')).fill(String(wish.rooms))
    await form.getByRole('button', { name: this.t('search-go') }).click()
    await expect(this.page).toHaveURL(new RegExp(`/${this.script}${results[kind]}\\?`))
  }

  /** Opens the first offer of the results that can be had; suites have terms of their own. */
  async picksAnOffer(): Promise<void> {
    await this.link('offer-see').and(this.page.locator(':not([href*=suite])')).first().click()
    await expect(this.page).toHaveURL(/\/offers\//)
  }

  /** Goes on from the offer to the form. */
  async wantsIt(): Promise<void> {
    await this.button('book-now').click()
    await expect(this.page).toHaveURL(/\/book\//)
  }

  /** Fills in the booking form. */
  async fillsIn(guest: Guest): Promise<void> {
    await this.field('contact-name').fill(guest.name)
    await this.field('contact-phone').fill(guest.phone)
    if (guest.email) await this.field('contact-email').fill(guest.email)
    if (guest.remarks) await this.field('contact-remarks').fill(guest.remarks)
    const id = this.field('contact-id')
    if (await id.count()) await id.fill('11010519491231002X')
  }

  /** Goes on to the summary. */
  async goesOn(): Promise<void> {
    await this.button('to-check').click()
  }

  /** The button that books. */
  get placeButton(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: this.like('place-booking') })
  }

  /** A radio button by the text its card begins with. */
  choice(id: string): Locator {
    return this.page.getByRole('main').getByRole('radio', { name: new RegExp(`^\\s*${this.like(id).source}`) })
  }

  /** Agrees to what the summary shows. */
  async agrees(way: Way = 'counter'): Promise<void> {
    await expect(this.page).toHaveURL(/\/check\?draft=/)
    await this.choice(`pay-how-${way}`).check()
    await this.placeButton.click()
    await expect(this.page).toHaveURL(/\/bookings\/Y/)
  }

  /** The number of the booking he looks at. */
  number(): string {
    return decodeURIComponent(this.path.split('/')[2])
  }

  /** Everything from the search to the confirmation; returns the booking's number. */
  async books(kind: Kind, guest: Guest = someone(), wish: Wish = {}, way: Way = 'counter'): Promise<string> {
    await this.searches(kind, wish)
    await this.picksAnOffer()
    return this.booksTheOffer(guest, way)
  }

  /** Books the offer he looks at; returns the booking's number. */
  async booksTheOffer(guest: Guest, way: Way): Promise<string> {
    await this.wantsIt()
    await this.fillsIn(guest)
    await this.goesOn()
    await this.agrees(way)
    return this.number()
  }

  /** Books and pays on the provider's page; returns the booking's number. */
  async paysFor(kind: Kind, wish: Wish = {}, guest: Guest = someone()): Promise<string> {
    await this.searches(kind, wish)
    await this.picksAnOffer()
    return this.paysForTheOffer(guest)
  }

  /** Books the offer he looks at and pays on the provider's page; returns the booking's number. */
  async paysForTheOffer(guest: Guest = someone()): Promise<string> {
    const number = await this.booksTheOffer(guest, 'online')
    await this.startsToPay()
    await this.atTheSandbox('sandbox-pay')
    await expect(this.page.getByText(this.t('pay-paid-title'))).toBeVisible()
    return number
  }

  /** Gives up a room of tomorrow, or a seat, which costs a fee, and takes a voucher for that; returns its number. */
  async earnsAVoucher(guest: Guest, kind: 'stay' | 'trip' = 'stay'): Promise<string> {
    const number = await this.paysFor(kind, kind === 'stay' ? { day: dayAhead(1) } : {}, guest)
    await this.goes(`/bookings/${number}/cancel`)
    await expect(this.page.getByRole('checkbox', { name: this.like('cancel-voucher') })).toBeChecked()
    await this.page.getByRole('button', { name: this.like('cancel-go') }).click()
    await expect(this.page).toHaveURL(new RegExp(`/bookings/${number}$`))
    return (await this.page.getByText(/^YQ-/).first().innerText()).trim()
  }

  /** Lays a voucher aside for a new booking, on the page where it is paid. */
  async usesAVoucher(voucher: string, guest: Guest): Promise<void> {
    await this.books('stay', guest, { nights: 2 }, 'online')
    await this.laysAside(voucher)
  }

  /** Lays a voucher aside on the page where something is paid. */
  async laysAside(voucher: string): Promise<void> {
    await this.page.getByText(this.t('voucher-use'), { exact: true }).click()
    await this.field('voucher-number').fill(voucher)
    await this.button('voucher-apply').click()
  }

  /** The button that leads to the provider's page. */
  get payButton(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: this.like('pay-online-go') })
  }

  /** Goes on to the provider's page. */
  async startsToPay(): Promise<void> {
    await this.payButton.click()
    await expect(this.page).toHaveURL(/\/pay\/[0-9a-f]{32}$/)
  }

  /** Presses a button of the payment sandbox, which leads back; a case that takes time takes so many seconds. */
  async atTheSandbox(button: string, seconds?: number): Promise<void> {
    if (button.startsWith('sandbox-case-')) await this.page.getByText(this.t('sandbox-cases'), { exact: true }).click()
    if (seconds) await this.page.getByLabel(this.t('sandbox-seconds')).fill(String(seconds))
    await this.page.getByRole('button', { name: this.t(button), exact: true }).click()
    await expect(this.page).toHaveURL(/\/bookings\/Y/)
  }

  /** Opens an account; returns how to sign in to it. */
  async registers(login: string = someonesPhone(), password = 'correct horse battery'): Promise<{ login: string; password: string }> {
    await this.goes('/register')
    await this.field('register-name').fill('李静')
    await this.field('login-name').fill(login)
    await this.field('login-password').fill(password)
    await this.field('register-again').fill(password)
    await this.field('register-consent').check()
    await this.button('register-submit').click()
    await expect(this.page).not.toHaveURL(/\/register/)
    return { login, password }
  }

  /** Signs in to an account. */
  async signsIn(login: string, password: string): Promise<void> {
    await this.goes('/login')
    await this.field('login-name').fill(login)
    await this.field('login-password').fill(password)
    await this.button('login-submit').click()
  }

  /** Signs in at the desk. */
  async signsInAtTheDesk(who: Colleague): Promise<void> {
    await this.goes('/desk')
    await this.field('desk-login-name').fill(who.login)
    await this.field('login-password').fill(who.password)
    await this.button('login-submit').click()
    await expect(this.heading(this.t('desk-title'))).toBeVisible()
  }

  /** Writes a help article at the desk and saves it as a draft; returns its name in addresses. */
  async writesHelp(article: { title: string; body: string }): Promise<string> {
    const slug = `article-${Date.now()}-${Math.floor(Math.random() * 1e6)}`
    await this.goes('/desk/help/new')
    await this.field('help-article-title').fill(article.title)
    await this.field('help-article-body').fill(article.body)
    await this.field('help-slug').fill(slug)
    await this.button('help-save').click()
    await expect(this.page).toHaveURL(/\/desk\/help\/\d+$/)
    return slug
  }

  /** Looks for a booking as a guest. */
  async looksFor(number: string, phone: string): Promise<void> {
    await this.goes('/bookings/find')
    await this.field('booking-number').fill(number)
    await this.field('contact-phone').fill(phone)
    await this.button('find-go').click()
  }

  /** Asks a question; help that is offered first does not answer it. Returns its number. */
  async asks(guest: Guest, text: string): Promise<string> {
    await this.goes('/inquiries/new')
    await this.fillsInQuestion(guest, text)
    await this.sendsQuestion()
    return this.number()
  }

  /** Fills in the form that asks. */
  async fillsInQuestion(guest: Guest, text: string): Promise<void> {
    await this.field('ask-text').fill(text)
    await this.field('contact-name').fill(guest.name)
    await this.field('contact-phone').fill(guest.phone)
    if (guest.email) await this.field('contact-email').fill(guest.email)
  }

  /** Sends a question, whatever help says. */
  async sendsQuestion(): Promise<void> {
    await this.button('ask-go').click()
    await this.page.waitForURL(/\/inquiries\/(new\/check|Y)/)
    if (this.path.startsWith('/inquiries/new')) await this.button('ask-check-go').click()
    await expect(this.page).toHaveURL(/\/inquiries\/Y/)
  }

  /** Answers a question at the desk: `resolve`, `send`, `ask` or `note`. */
  async answers(number: string, text: string, how: 'resolve' | 'send' | 'ask' | 'note' = 'resolve'): Promise<void> {
    await this.goes(`/desk/inquiries/${number}`)
    await this.field('reply-text').fill(text)
    await this.button(`reply-${how}`).click()
    await expect(this.page.locator('#thread')).toContainText(text)
  }

  /** The text of the latest mail to an address whose subject fits. */
  async mail(to: string, subject: RegExp): Promise<string> {
    let found = ''
    await expect(async () => {
      const mails = readFileSync(process.env.MAILS ?? '', 'utf8').trim().split('\n').map((line) => JSON.parse(line))
      const mail = mails.findLast((mail) => mail.recipients?.includes(to) && subject.test(mail.subject))
      expect(mail, `a mail to ${to}`).toBeTruthy()
      found = mail.text
    }).toPass({ timeout: 20_000 })
    return found
  }
}
