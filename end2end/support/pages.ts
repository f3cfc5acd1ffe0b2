import { divides, gives, givesARoomUp, movesFree, opens, opensWithAVoucher, partsShown, wantsWhatNeedsAnId, wishes } from './changes.ts'
import { agent, finance, service, supervisor, type Colleague } from './server.ts'
import { dayAhead, someone, someonesPhone, type Visitor } from './visitor.ts'

/** A page to look at: its name, the route it is of (none for a page of last resort), and the way to it. */
export interface Sight {
  name: string
  page?: string
  go: (visitor: Visitor) => Promise<unknown>
}

const toForm = async (visitor: Visitor) => {
  await visitor.searches('trip')
  await visitor.picksAnOffer()
  await visitor.wantsIt()
}

/** Every page, and the states of it that look different: in the order of a customer's way. */
export const sights: Sight[] = [
  { name: 'home', page: '/', go: (v) => v.goes('/') },
  { name: 'home-trips', page: '/', go: (v) => v.goes('/?kind=trip') },
  { name: 'stays', page: '/stays', go: (v) => v.goes(`/stays?day=${dayAhead(5)}&nights=2`) },
  { name: 'venues', page: '/venues', go: (v) => v.goes(`/venues?day=${dayAhead(5)}&heads=4`) },
  { name: 'trips', page: '/trips', go: (v) => v.goes(`/trips?day=${dayAhead(5)}`) },
  { name: 'stays-full', page: '/stays', go: (v) => untilFull(v, '/stays?rooms=1') },
  { name: 'trips-full', page: '/trips', go: (v) => untilFull(v, '/trips?time=16:00') },
  { name: 'venues-full', page: '/venues', go: (v) => v.goes(`/venues?day=${dayAhead(8)}&heads=4&time=19:30`) },
  { name: 'venues-closed', page: '/venues', go: (v) => v.goes(`/venues?day=${dayAhead(6)}&heads=20`) },
  { name: 'offer-full', page: '/offers/:slug', go: (v) => v.goes(`/offers/bund-grand-hall?day=${dayAhead(8)}&at=17:00&heads=150`) },
  { name: 'stays-too-many', page: '/stays', go: (v) => v.goes(`/stays?day=${dayAhead(5)}&rooms=20&heads=20`) },
  { name: 'stays-none', page: '/stays', go: (v) => v.goes('/stays?q=nothing-like-this') },
  { name: 'stays-fault', page: '/stays', go: (v) => v.goes('/stays?day=2020-02-30&heads=0') },
  { name: 'offer-stay', page: '/offers/:slug', go: async (v) => (await v.searches('stay', { nights: 2 }), await v.picksAnOffer()) },
  { name: 'offer-venue', page: '/offers/:slug', go: async (v) => (await v.searches('venue'), await v.picksAnOffer()) },
  { name: 'offer-trip', page: '/offers/:slug', go: async (v) => (await v.searches('trip'), await v.picksAnOffer()) },
  { name: 'book', page: '/book/:slug', go: toForm },
  { name: 'book-fault', page: '/book/:slug', go: async (v) => (await toForm(v), await v.field('contact-phone').fill('12'), await v.goesOn(), await v.faults.waitFor()) },
  { name: 'check', page: '/book/:slug/check', go: async (v) => (await toForm(v), await v.fillsIn(someone()), await v.goesOn(), await v.placeButton.waitFor()) },
  { name: 'book-repair', page: '/book/:slug', go: repair },
  { name: 'book-full', page: '/book/:slug', go: (v) => v.goes(`/book/bund-grand-hall?day=${dayAhead(8)}&at=17:00&heads=150`) },
  { name: 'check-repriced', page: '/book/:slug/check', go: repriced },
  { name: 'draft-gone', page: '/book/:slug/check', go: (v) => v.goes(`/book/wutong-classic-queen/check?draft=${'0'.repeat(32)}`) },
  { name: 'booked', page: '/bookings/:number', go: (v) => v.books('venue') },
  { name: 'booking', page: '/bookings/:number', go: async (v) => v.goes(`/bookings/${await v.books('stay')}`) },
  { name: 'booking-terms', page: '/bookings/:number/terms', go: async (v) => v.goes(`/bookings/${await v.books('trip')}/terms`) },
  { name: 'booking-print', page: '/bookings/:number/print', go: async (v) => v.goes(`/bookings/${await v.books('trip')}/print`) },
  { name: 'pay', page: '/bookings/:number/pay', go: (v) => v.books('stay', someone(), {}, 'online') },
  { name: 'pay-counter', page: '/bookings/:number/pay', go: async (v) => v.goes(`/bookings/${await v.books('venue')}/pay`) },
  { name: 'pay-transfer', page: '/bookings/:number/pay', go: async (v) => v.goes(`/bookings/${await v.books('stay', someone(), {}, 'transfer')}/pay`) },
  { name: 'pay-declined', page: '/bookings/:number/pay', go: (v) => paying(v, 'sandbox-decline') },
  { name: 'pay-waiting', page: '/bookings/:number/pay', go: (v) => paying(v, 'sandbox-case-forge') },
  { name: 'pay-stuck', page: '/bookings/:number/pay', go: (v) => paying(v, 'sandbox-case-wrong_amount') },
  { name: 'pay-paid', page: '/bookings/:number/pay', go: (v) => paying(v, 'sandbox-pay') },
  { name: 'receipt-invoice', page: '/bookings/:number/receipt', go: asksForAnInvoice },
  { name: 'receipt', page: '/bookings/:number/receipt', go: async (v) => (await paying(v, 'sandbox-pay'), await v.goes(`/bookings/${v.number()}/receipt`)) },
  { name: 'booking-expired', page: '/bookings/:number', go: (v) => standing(v, '许国强', '+8619900000025', 'expired') },
  { name: 'booking-cancelled', page: '/bookings/:number', go: (v) => standing(v, '张可', '+8619900000026', 'cancelled') },
  { name: 'change', page: '/bookings/:number/change', go: async (v) => v.goes(`/bookings/${await v.paysFor('stay', { nights: 2 })}/change`) },
  { name: 'change-quote', page: '/bookings/:number/change', go: (v) => wishes(v, 'stay', 'search-nights', '1') },
  { name: 'change-fee', page: '/bookings/:number/change', go: givesARoomUp },
  { name: 'change-id', page: '/bookings/:number/change', go: wantsWhatNeedsAnId },
  { name: 'change-open', page: '/bookings/:number', go: async (v) => (await opens(v), await v.goes(`/bookings/${v.number()}`)) },
  { name: 'change-pay', page: '/bookings/:number/pay', go: (v) => opens(v) },
  { name: 'change-voucher', page: '/bookings/:number/pay', go: opensWithAVoucher },
  { name: 'divide', page: '/bookings/:number/divide', go: async (v) => v.goes(`/bookings/${await v.paysFor('stay', { nights: 3, rooms: 2, heads: 3 })}/divide`) },
  {
    name: 'divide-fault',
    page: '/bookings/:number/divide',
    go: async (v) => v.goes(`/bookings/${await v.paysFor('trip', { heads: 3 })}/divide?cut=units&units=3`),
  },
  { name: 'divide-none', page: '/bookings/:number/divide', go: async (v) => v.goes(`/bookings/${await v.paysFor('trip')}/divide`) },
  { name: 'divide-halves', page: '/bookings/:number/divide', go: partsShown },
  { name: 'divided', page: '/bookings/:number/change', go: divides },
  { name: 'cancel', page: '/bookings/:number/cancel', go: async (v) => v.goes(`/bookings/${await v.paysFor('venue')}/cancel`) },
  { name: 'cancelled', page: '/bookings/:number', go: gives },
  { name: 'cancel-fee', page: '/bookings/:number/cancel', go: async (v) => v.goes(`/bookings/${await v.paysFor('stay', { day: dayAhead(1) })}/cancel`) },
  { name: 'change-free', page: '/bookings/:number/change', go: movesFree },
  { name: 'cancelled-voucher', page: '/bookings/:number', go: (v) => v.earnsAVoucher(someone()) },
  { name: 'pay-voucher', page: '/bookings/:number/pay', go: paysByVoucher },
  { name: 'bookings-none', page: '/bookings', go: (v) => v.goes('/bookings') },
  { name: 'bookings', page: '/bookings', go: async (v) => (await v.books('venue'), await v.books('stay'), await v.goes('/bookings')) },
  { name: 'find', page: '/bookings/find', go: (v) => v.goes('/bookings/find') },
  { name: 'find-unknown', page: '/bookings/find', go: (v) => v.looksFor('YS-2222-2222', '13800138000') },
  { name: 'find-throttled', page: '/bookings/find', go: throttled },
  { name: 'login', page: '/login', go: (v) => v.goes('/login') },
  { name: 'login-refused', page: '/login', go: (v) => v.signsIn('13800138000', 'not the password') },
  { name: 'register', page: '/register', go: (v) => v.goes('/register') },
  { name: 'register-fault', page: '/register', go: async (v) => (await v.goes('/register'), await v.button('register-submit').click(), await v.faults.waitFor()) },
  { name: 'account', page: '/account', go: async (v) => (await v.registers(), await v.goes('/account')) },
  { name: 'notices-none', page: '/account/notices', go: async (v) => (await v.registers(), await v.goes('/account/notices')) },
  { name: 'notices', page: '/account/notices', go: async (v) => (await v.registers(), await v.books('venue'), await v.goes('/account/notices')) },
  { name: 'account-signed-out', page: '/account', go: (v) => v.goes('/account') },
  { name: 'ask', page: '/inquiries/new', go: (v) => v.goes('/inquiries/new') },
  { name: 'ask-fault', page: '/inquiries/new', go: async (v) => (await v.goes('/inquiries/new'), await v.button('ask-go').click(), await v.faults.waitFor()) },
  { name: 'ask-about', page: '/inquiries/new', go: async (v) => v.goes(`/inquiries/new?booking=${await v.books('venue')}&code=over`) },
  { name: 'ask-check', page: '/inquiries/new/check', go: mayBeAnswered },
  { name: 'inquiry', page: '/inquiries/:number', go: (v) => v.asks(someone(), QUESTION) },
  { name: 'inquiry-answered', page: '/inquiries/:number', go: answered },
  { name: 'inquiries-none', page: '/inquiries', go: (v) => v.goes('/inquiries') },
  { name: 'inquiries', page: '/inquiries', go: async (v) => (await v.asks(someone(), QUESTION), await v.goes('/inquiries')) },
  { name: 'inquiry-find', page: '/inquiries/find', go: (v) => v.goes('/inquiries/find') },
  { name: 'rate', page: '/rate/:token', go: rates },
  { name: 'rate-unknown', page: '/rate/:token', go: (v) => v.goes('/rate/1-1-1-1') },
  { name: 'desk-inquiries', page: '/desk/inquiries', go: async (v) => (await v.asks(someone(), QUESTION), await toDesk(v, service), await v.goes('/desk/inquiries?tab=open')) },
  { name: 'desk-inquiry', page: '/desk/inquiries/:number', go: atTheDesk },
  { name: 'desk-board', page: '/desk/inquiries/board', go: async (v) => (await v.asks(someone(), QUESTION), await toDesk(v, supervisor), await v.goes('/desk/inquiries/board')) },
  { name: 'desk-calendar', page: '/desk/inquiries/calendar', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/inquiries/calendar')) },
  { name: 'desk-calendar-effects', page: '/desk/inquiries/calendar', go: anotherLunch },
  { name: 'desk-replies', page: '/desk/inquiries/replies', go: async (v) => (await toDesk(v, service), await v.goes('/desk/inquiries/replies')) },
  { name: 'desk-reply-fault', page: '/desk/inquiries/replies', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/inquiries/replies?edit=new'), await v.button('replies-save').click(), await v.faults.waitFor()) },
  { name: 'desk-slip', page: '/desk/inquiries/:number/slip', go: async (v) => v.goes(`/desk/inquiries/${await atTheDesk(v)}/slip`) },
  { name: 'help', page: '/help', go: (v) => v.goes('/help') },
  { name: 'help-found', page: '/help', go: (v) => v.goes(`/help?q=${encodeURIComponent('退款')}`) },
  { name: 'help-none', page: '/help', go: (v) => v.goes('/help?q=nothing-like-this') },
  { name: 'help-fault', page: '/help', go: (v) => v.goes(`/help?q=${'q'.repeat(200)}`) },
  { name: 'help-article', page: '/help/:slug', go: (v) => v.goes('/help/refund-how-much') },
  { name: 'help-voted', page: '/help/:slug', go: async (v) => (await v.goes('/help/check-in'), await v.page.getByRole('button', { name: v.t('help-vote-yes'), exact: true }).click(), await v.page.getByText(v.t('help-voted-yes')).waitFor()) },
  { name: 'privacy', page: '/privacy', go: (v) => v.goes('/privacy') },
  { name: 'missing', go: (v) => v.goes('/no-such-page') },
  { name: 'fault-no-text', go: (v) => v.goes('/%FF') },
  { name: 'fault-foreign', go: foreign },
  { name: 'fault-too-large', go: tooLarge },
  { name: 'desk-login', page: '/desk', go: (v) => v.goes('/desk') },
  { name: 'desk', page: '/desk', go: (v) => toDesk(v) },
  { name: 'desk-fault', page: '/desk', go: async (v) => (await toDesk(v), await v.goes('/desk?day=2026-02-30&kind=boat')) },
  { name: 'desk-found', page: '/desk', go: async (v) => (await toDesk(v), await findsAtDesk(v, '许国强')) },
  {
    name: 'desk-booking',
    page: '/desk/bookings/:number',
    go: async (v) => {
      const number = await v.books('venue')
      await toDesk(v)
      await findsAtDesk(v, number)
      await v.page.getByRole('main').getByRole('link', { name: number }).click()
      await v.heading(v.t('desk-booking', { number })).waitFor()
    },
  },
  { name: 'desk-forbidden', page: '/desk/jobs', go: async (v) => (await toDesk(v), await v.goes('/desk/jobs')) },
  { name: 'desk-payments', page: '/desk/payments', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/payments')) },
  {
    name: 'desk-record',
    page: '/desk/bookings/:number',
    go: async (v) => {
      const number = await v.books('stay')
      await toDesk(v)
      await v.goes(`/desk/bookings/${number}`)
    },
  },
  {
    name: 'desk-change',
    page: '/desk/bookings/:number/change',
    go: async (v) => {
      const number = await v.paysFor('stay', { nights: 2 })
      await toDesk(v)
      await v.goes(`/desk/bookings/${number}/change`)
      await v.field('search-nights').fill('1')
      await v.button('change-see').click()
    },
  },
  {
    name: 'desk-divide',
    page: '/desk/bookings/:number/divide',
    go: async (v) => {
      const number = await v.paysFor('stay', { nights: 2 })
      await toDesk(v)
      await v.goes(`/desk/bookings/${number}/divide`)
      await v.button('divide-see').click()
      await v.button('divide-go').click()
      await v.faults.waitFor()
    },
  },
  {
    name: 'desk-cancel',
    page: '/desk/bookings/:number/cancel',
    go: async (v) => {
      const number = await v.paysFor('venue')
      await toDesk(v)
      await v.goes(`/desk/bookings/${number}/cancel`)
    },
  },
  { name: 'desk-invoices', page: '/desk/invoices', go: async (v) => (await asksForAnInvoice(v), await toDesk(v, finance), await v.goes('/desk/invoices')) },
  { name: 'desk-policies', page: '/desk/policies', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/policies')) },
  { name: 'desk-policy', page: '/desk/policies/:id', go: proposes },
  { name: 'desk-help', page: '/desk/help', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/help')) },
  { name: 'desk-help-new', page: '/desk/help/:id', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/help/new'), await v.button('help-save').click(), await v.faults.waitFor()) },
  { name: 'desk-help-article', page: '/desk/help/:id', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/help'), await v.page.getByRole('main').getByRole('table').getByRole('link').first().click(), await v.button('help-save').waitFor()) },
  { name: 'desk-help-personal', page: '/desk/help/:id', go: writesOfAPerson },
  { name: 'figures', page: '/desk/figures', go: async (v) => (await oneMoreAnswer(v), await v.goes('/desk/figures')) },
  { name: 'figures-months', page: '/desk/figures', go: async (v) => (await oneMoreAnswer(v), await v.goes('/desk/figures?by=month')) },
  { name: 'figures-none', page: '/desk/figures', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/figures?from=2020-01-01&until=2020-01-31')) },
  { name: 'figures-fault', page: '/desk/figures', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/figures?from=2026-02-30&by=year')) },
  { name: 'figures-samples', page: '/desk/figures/samples', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/figures/samples')) },
  { name: 'figures-sample', page: '/desk/figures/samples/:id', go: draws },
  { name: 'desk-notices', page: '/desk/notices', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/notices')) },
  { name: 'desk-jobs', page: '/desk/jobs', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/jobs')) },
]

/** What somebody asks. */
const QUESTION = '我们一行三人想把晚餐改到七点半，可以加一把儿童椅吗？'

/** A question to which help has something to say, before it is sent. */
async function mayBeAnswered(visitor: Visitor): Promise<void> {
  await visitor.goes('/inquiries/new')
  await visitor.fillsInQuestion(someone(), '退款什么时候到账？')
  await visitor.page.locator('[name=offered]').evaluateAll((fields) => fields.forEach((field) => field.remove()))
  await visitor.button('ask-go').click()
}

/** A question that was answered, as who asked it reads it. */
async function answered(visitor: Visitor): Promise<void> {
  const guest = someone()
  const number = await visitor.asks(guest, QUESTION)
  await toDesk(visitor, service)
  await visitor.answers(number, '可以的，已为您备注儿童椅，晚餐改到 19:30。')
  await visitor.goes('/inquiries/find')
  await visitor.field('inquiry-number').fill(number)
  await visitor.field('contact-phone').fill(guest.phone)
  await visitor.button('inquiry-find-go').click()
  await visitor.page.getByText(visitor.t('rate-title')).first().waitFor()
}

/** Follows the link of a mail to rate an answer. */
async function rates(visitor: Visitor): Promise<void> {
  const guest = { ...someone(), email: `r${Date.now()}${Math.floor(Math.random() * 1e6)}@example.com` }
  const number = await visitor.asks(guest, QUESTION)
  await toDesk(visitor, service)
  await visitor.answers(number, '可以的，已为您安排。')
  await visitor.goes(/\/rate\/[0-9a-f-]+/.exec(await visitor.mail(guest.email, visitor.like('mail-subject-resolved')))?.[0] ?? '/rate/none')
}

/** A question at the desk with everything around it; gives its number. */
async function atTheDesk(visitor: Visitor): Promise<string> {
  const number = await visitor.asks(someone(), QUESTION)
  await toDesk(visitor, service)
  await visitor.answers(number, '收到，我先向餐厅确认座位，稍后答复您。', 'send')
  await visitor.answers(number, '餐厅说七点半有位，等确认儿童椅。', 'note')
  return number
}

/** Looks at what a longer lunch would do to what is promised. */
async function anotherLunch(visitor: Visitor): Promise<void> {
  await visitor.asks(someone(), QUESTION)
  await toDesk(visitor, supervisor)
  await visitor.goes('/desk/inquiries/calendar')
  await visitor.field('calendar-windows').fill('09:00-12:00, 14:30-18:00')
  await visitor.button('calendar-preview').click()
  await visitor.button('calendar-publish').waitFor()
}

/** Somebody has asked and been answered; a supervisor comes to the desk. */
async function oneMoreAnswer(visitor: Visitor): Promise<void> {
  const number = await visitor.asks(someone(), QUESTION)
  await toDesk(visitor, service)
  await visitor.answers(number, '可以的，已为您备注儿童椅，晚餐改到 19:30。')
  await visitor.button('desk-sign-out').click()
  await toDesk(visitor, supervisor)
}

/** Draws an answer to judge it. */
async function draws(visitor: Visitor): Promise<void> {
  await oneMoreAnswer(visitor)
  await visitor.goes('/desk/figures/samples')
  await visitor.field('sample-size').fill('1')
  await visitor.button('sample-draw-go').click()
  await visitor.page.waitForURL(/\/samples\/\d+$/)
}

/** Pays with a voucher that he was given. */
async function paysByVoucher(visitor: Visitor): Promise<void> {
  const guest = someone()
  await visitor.usesAVoucher(await visitor.earnsAVoucher(guest), guest)
  await visitor.button('voucher-remove').waitFor()
}

/** Asks for an invoice over what he has paid. */
async function asksForAnInvoice(visitor: Visitor): Promise<void> {
  const number = await visitor.paysFor('venue')
  await visitor.goes(`/bookings/${number}/receipt`)
  await visitor.field('invoice-for').fill('云栖文化有限公司')
  await visitor.field('invoice-tax-no').fill('91330100MA27W1XY2A')
  await visitor.field('contact-email').fill('fp@example.com')
  await visitor.button('invoice-ask').click()
  await visitor.page.getByText(visitor.t('invoice-status-asked')).waitFor()
}

/** Writes an article in which a person's phone number stands, and tries to publish it. */
async function writesOfAPerson(visitor: Visitor): Promise<void> {
  await toDesk(visitor, supervisor)
  await visitor.writesHelp({ title: '怎样找回行李', body: '客人 138 0013 8000 的箱子在 YS-7K3M-92QF 的车上。' })
  await visitor.button('help-publish-go').click()
  await visitor.faults.waitFor()
}

/** A supervisor looks at what a stricter version of the first policy would have meant. */
async function proposes(visitor: Visitor): Promise<void> {
  await toDesk(visitor, supervisor)
  await visitor.goes('/desk/policies')
  await visitor.page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await visitor.field('policy-version').fill('draft-2')
  await visitor.page.getByLabel(visitor.t('policy-tier-percent', { row: 1 })).fill('90')
  await visitor.button('policy-preview').click()
  await visitor.button('policy-publish').waitFor()
}

/** Looks at day after day until something is full that has three things to offer instead. */
async function untilFull(visitor: Visitor, address: string): Promise<void> {
  for (let ahead = 1; ahead <= 28; ahead++) {
    await visitor.goes(`${address}&day=${dayAhead(ahead)}`)
    const first = visitor.page.getByRole('main').locator('.alternatives').first()
    if ((await first.getByRole('link').count()) === 3) return
  }
  throw new Error(`nothing is full in the demo: ${address}`)
}

/** Sends a form whose wish makes no sense. */
async function repair(visitor: Visitor): Promise<void> {
  await toForm(visitor)
  await visitor.page.locator('input[type=hidden][name=heads]').evaluate((field) => field.setAttribute('value', '10000'))
  await visitor.fillsIn(someone())
  await visitor.goesOn()
  await visitor.faults.waitFor()
}

/** Agrees to a price that is none any more. */
async function repriced(visitor: Visitor): Promise<void> {
  await toForm(visitor)
  await visitor.fillsIn(someone())
  await visitor.goesOn()
  await visitor.placeButton.waitFor()
  await visitor.page.locator('input[name=agreed]').evaluate((field) => field.setAttribute('value', '1'))
  await visitor.placeButton.click()
  await visitor.page.getByText(visitor.like('rule-repriced')).first().waitFor()
}

/** A booking of the demo that stands so, as its guest finds it; its number is looked up at the desk. */
async function standing(visitor: Visitor, name: string, phone: string, status: string): Promise<void> {
  await toDesk(visitor)
  await findsAtDesk(visitor, name)
  const row = visitor.page.locator('tr').filter({ hasText: visitor.t(`status-${status}`) })
  const number = await row.getByRole('link').first().innerText()
  await visitor.looksFor(number, phone)
  await visitor.heading(new RegExp(number)).waitFor()
}

/** Tries phone numbers until he may not any more. */
async function throttled(visitor: Visitor): Promise<void> {
  const number = await visitor.books('venue')
  const told = visitor.page.getByText(visitor.like('rule-too-many'))
  for (let attempt = 0; attempt < 12 && !(await told.count()); attempt++) {
    await visitor.looksFor(number, someonesPhone())
    await visitor.page.waitForURL(/retry=/)
  }
  await told.first().waitFor()
}

/** Sends more than any form may hold. */
async function tooLarge(visitor: Visitor): Promise<void> {
  await visitor.goes('/bookings/find')
  await visitor.field('booking-number').fill('9'.repeat(4_300_000))
  await visitor.button('find-go').click()
  await visitor.heading(visitor.t('rule-too-large')).waitFor()
}

/** Sends a form of ours from a page that is not ours. */
async function foreign(visitor: Visitor): Promise<void> {
  await visitor.page.goto('about:blank')
  await visitor.page.setContent(`<form method="post" action="${process.env.SITE_URL}/api/booking/find"><button>x</button></form>`)
  await visitor.page.getByRole('button').click()
  await visitor.page.waitForURL(/\/api\/booking\/find$/)
}

/** Books, goes to the provider's page and presses a button there. */
async function paying(visitor: Visitor, button: string): Promise<void> {
  await visitor.books('stay', someone(), {}, 'online')
  await visitor.startsToPay()
  await visitor.atTheSandbox(button)
}

/** Looks for a booking at the desk. */
async function findsAtDesk(visitor: Visitor, words: string): Promise<void> {
  const search = visitor.page.getByRole('search')
  await search.getByLabel(visitor.t('desk-q')).fill(words)
  await search.getByRole('button').click()
  await visitor.page.waitForURL(/found=/)
}

/** Signs in at the desk. */
async function toDesk(visitor: Visitor, who: Colleague = agent): Promise<void> {
  await visitor.goes('/desk')
  await visitor.field('desk-login-name').fill(who.login)
  await visitor.field('login-password').fill(who.password)
  await visitor.button('login-submit').click()
  await visitor.heading(visitor.t('desk-title')).waitFor()
}
