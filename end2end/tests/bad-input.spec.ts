import { agent } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { dayAhead, someDay, someonesPhone, type Visitor } from '../support/visitor.ts'

/** From the search to the booking form. */
async function toForm(person: Visitor): Promise<void> {
  await person.searches('venue')
  await person.picksAnOffer()
  await person.wantsIt()
}

/** Sends the booking form; returns the status of the answer to it. */
async function answerOf(person: Visitor): Promise<number> {
  const answered = person.page.waitForResponse((reply) => reply.request().method() === 'POST' && reply.url().endsWith('/api/booking/check'))
  await person.goesOn()
  return (await answered).status()
}

/** These words are on the page, and nothing of them has become a part of it. */
async function showsAsText(person: Visitor, ...typed: string[]): Promise<void> {
  const main = person.page.getByRole('main')
  for (const words of typed) await expect(main.getByText(words).first()).toBeVisible()
  await expect(main).toBeVisible()
  await expect(person.page.locator('img[src="x"]')).toHaveCount(0)
}

const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'

for (const script of scripts) {
  test(`a form with everything wrong says so at each field and keeps what was typed (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    await ma.searches('stay')
    await ma.picksAnOffer()
    await ma.wantsIt()
    await ma.field('contact-phone').fill('not a phone')
    await ma.field('contact-email').fill('not@')
    await ma.field('contact-remarks').fill(evil)
    await ma.goesOn()
    await expect(ma.faults).toContainText(ma.t('form-faults'))
    await expect(ma.page).toHaveURL(/\/book\/.*retry=/)
    expect(ma.page.url()).not.toContain('not')
    for (const id of ['contact-name', 'contact-phone', 'contact-email']) {
      await expect(ma.field(id), id).toHaveAttribute('aria-invalid', 'true')
    }
    await expect(ma.field('contact-phone')).toHaveValue('not a phone')
    await expect(ma.field('contact-email')).toHaveValue('not@')
    await expect(ma.field('contact-remarks')).toHaveValue(evil)

    // The summary leads to the field; put right, the form goes on.
    await ma.faults.getByRole('link').first().click()
    await ma.field('contact-name').fill('马超')
    await ma.field('contact-phone').fill('13812345678')
    await ma.field('contact-email').fill('')
    await ma.goesOn()
    await expect(ma.page).toHaveURL(/\/check\?draft=/)
    await expect(ma.page.getByRole('main').getByText(evil)).toBeVisible()
  })

  test(`markup in every field of a booking is text on every page that shows it (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    ma.page.on('dialog', (dialog) => ma.complaints.push(`a script ran: ${dialog.message()}`))
    const name = '"\'><img src=x onerror=alert(1)>'
    await toForm(ma)
    await ma.fillsIn({ name, phone: someonesPhone(), remarks: evil })
    await ma.field('contact-preferences').fill(evil)
    await ma.goesOn()
    await showsAsText(ma, name, evil)
    await ma.agrees()
    const number = ma.number()
    await showsAsText(ma, name, evil)
    await ma.goes(`/bookings/${number}/print`)
    await showsAsText(ma, name, evil)
    await ma.goes('/bookings')
    await showsAsText(ma)

    // As staff see it, with what they write themselves.
    const lin = await visitor(script)
    lin.page.on('dialog', (dialog) => lin.complaints.push(`a script ran: ${dialog.message()}`))
    await lin.goes('/desk')
    await lin.field('desk-login-name').fill(agent.login)
    await lin.field('login-password').fill(agent.password)
    await lin.button('login-submit').click()
    const search = lin.page.getByRole('search')
    await search.getByLabel(lin.t('desk-q')).fill(name)
    await search.getByRole('button').click()
    await showsAsText(lin, name)
    await lin.goes(`/desk/bookings/${number}`)
    await showsAsText(lin, name, evil)
    await lin.field('desk-amount').fill(name)
    await lin.field('desk-slip').fill(name)
    await lin.button('desk-record-go').click()
    await expect(lin.field('desk-slip')).toHaveValue(name)
    await showsAsText(lin)
  })

  test(`a wish that makes no sense comes back in the form and can be put right there (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    await toForm(ma)
    await ma.page.locator('input[type=hidden][name=heads]').evaluate((field) => field.setAttribute('value', '10000'))
    await ma.fillsIn({ name: '马超', phone: '13812345678', remarks: '靠窗' })
    await ma.goesOn()
    await expect(ma.page).toHaveURL(/\/book\/.*retry=/)
    await expect(ma.field('search-heads')).toHaveAttribute('aria-invalid', 'true')
    await expect(ma.field('search-heads')).toHaveValue('10000')
    await expect(ma.field('contact-name')).toHaveValue('马超')
    await expect(ma.field('contact-remarks')).toHaveValue('靠窗')
    await ma.field('search-heads').fill('2')
    await ma.goesOn()
    await expect(ma.page).toHaveURL(/\/check\?draft=/)
  })

  test(`a search that cannot be understood is explained (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    const cases: [string, string][] = [
      ['/stays?day=2020-02-30', 'search-arrive'],
      [`/stays?day=${dayAhead(-3)}`, 'search-arrive'],
      ['/stays?nights=0', 'search-nights'],
      ['/stays?rooms=-1', 'search-rooms'],
      ['/venues?heads=0', 'search-heads'],
      ['/venues?heads=10000', 'search-heads'],
      ['/trips?heads=two', 'search-passengers'],
      ['/trips?time=25:61', 'search-depart-after'],
    ]
    for (const [address, field] of cases) {
      const answer = await ma.goes(address)
      expect(answer.status(), address).toBe(422)
      await expect(ma.field(field), address).toHaveAttribute('aria-invalid', 'true')
      const typed = new URL(ma.page.url()).searchParams.values().next().value
      if (!/day|time/.test(address)) await expect(ma.field(field)).toHaveValue(field === 'search-passengers' ? '' : typed!)
    }
  })

  test(`an address that leads nowhere gets a page of its own (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    for (const path of ['/offers/no-such-offer', '/book/no-such-offer', '/nothing', '/bookings/%FF%FE', `/offers/${'a'.repeat(3000)}`]) {
      const answer = await ma.goes(path)
      // What is not even text is refused before anybody looks for it.
      expect(path.includes('%FF') ? [400, 404] : [404], path).toContain(answer.status())
      await expect(ma.heading(/./).first(), path).toBeVisible()
      await expect(ma.page.locator('html')).toHaveAttribute('lang', script === 'zh-hans' ? /Hans|CN/ : /Hant|TW/)
    }
  })
}

test('broken text in a query does no harm', async ({ visitor }) => {
  const ma = await visitor('zh-hant')
  for (const query of ['q=%FF%FE', 'q=%', 'q=%E4%BD', `q=${encodeURIComponent(evil)}`, 'q=%00', 'page=99999', 'page=-1', 'city=nowhere']) {
    const answer = await ma.goes(`/stays?${query}`)
    expect([200, 400, 422], query).toContain(answer.status())
    await expect(ma.page.getByRole('main')).toBeVisible()
  }
})

test('an unknown script is not a script', async ({ visitor }) => {
  const ma = await visitor('zh-hans')
  const answer = await ma.page.goto('/zh-klingon/stays')
  expect(answer?.status()).toBe(404)
})

test('a wish beyond reason is answered at its field', async ({ visitor }) => {
  const ma = await visitor('zh-hans')
  await ma.searches('stay')
  await ma.picksAnOffer()
  const offer = ma.path
  for (const query of ['heads=10000', 'heads=0', 'nights=0', 'rooms=999', `day=${dayAhead(-1)}`, 'day=yesterday', 'nights=31']) {
    const answer = await ma.goes(`${offer}?${query.startsWith('day') ? '' : `day=${someDay()}&`}${query}`)
    expect([200, 422], query).toContain(answer.status())
    await expect(ma.faults, query).toBeVisible()
  }
})

for (const script of scripts) {
  test(`a remark of a megabyte is said at its field and nothing else is lost (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    await toForm(ma)
    await ma.fillsIn({ name: '马超', phone: '13812345678', email: 'ma@example.com', remarks: '长'.repeat(350_000) })
    expect(await answerOf(ma)).toBe(303)
    await expect(ma.page).toHaveURL(/\/book\/.*retry=/)
    await expect(ma.faults).toContainText(ma.t('fault-too-long', { bound: 500 }))
    await expect(ma.field('contact-remarks')).toHaveAttribute('aria-invalid', 'true')
    await expect(ma.field('contact-remarks')).toHaveValue('长'.repeat(4000))
    await expect(ma.field('contact-name')).toHaveValue('马超')
    await expect(ma.field('contact-phone')).toHaveValue('13812345678')
    await expect(ma.field('contact-email')).toHaveValue('ma@example.com')
    // Put right, the form goes on.
    await ma.field('contact-remarks').fill('靠窗')
    expect(await answerOf(ma)).toBe(303)
    await expect(ma.page).toHaveURL(/\/check\?draft=/)
  })

  test(`a form beyond any measure is refused with the way back to it (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    await toForm(ma)
    await ma.fillsIn({ name: '马超', phone: '13812345678', remarks: '长'.repeat(500_000) })
    expect(await answerOf(ma)).toBe(413)
    await expect(ma.heading(ma.t('rule-too-large'))).toBeVisible()
    await expect(ma.page.getByText(ma.t('too-large-hint'))).toBeVisible()
    await expect(ma.page.locator('html')).toHaveAttribute('lang', script === 'zh-hans' ? /Hans/ : /Hant/)
  })
}

test('a text that is too long is kept and explained', async ({ visitor }) => {
  const ma = await visitor('zh-hant')
  await toForm(ma)
  const remark = '請準備兒童座椅。'.repeat(100)
  await ma.fillsIn({ name: '馬超', phone: '13812345678', remarks: remark })
  await ma.goesOn()
  await expect(ma.field('contact-remarks')).toHaveAttribute('aria-invalid', 'true')
  await expect(ma.field('contact-remarks')).toHaveValue(remark)
})
