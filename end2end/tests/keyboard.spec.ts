import type { Locator } from '@playwright/test'
import { expect, scripts, test } from '../support/site.ts'
import { someDay, someonesPhone, type Visitor } from '../support/visitor.ts'

// A whole booking with nothing but the keyboard.

/** More stops than any page has before what is looked for. */
const stops = 200

/** Goes on from stop to stop until he is there. */
async function tabsTo(person: Visitor, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < stops; stop++) {
    await person.page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
  }
  throw new Error(`the keyboard does not reach ${target}`)
}

async function follows(person: Visitor, target: Locator, to: RegExp): Promise<void> {
  await tabsTo(person, target)
  await person.page.keyboard.press('Enter')
  await expect(person.page).toHaveURL(to)
}

async function types(person: Visitor, field: Locator, text: string): Promise<void> {
  await tabsTo(person, field)
  await person.page.keyboard.type(text)
}

for (const script of scripts) {
  test(`a booking needs no mouse (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    await lin.goes(`/trips?day=${someDay()}`)
    // The first stop of a page leads past what all pages have.
    await lin.page.keyboard.press('Tab')
    await expect(lin.page.getByRole('link', { name: lin.t('skip-to-content') })).toBeFocused()

    await follows(lin, lin.link('offer-see').first(), /\/offers\//)
    await follows(lin, lin.button('book-now'), /\/book\//)
    await types(lin, lin.field('contact-name'), 'Lin Xiao')
    await types(lin, lin.field('contact-phone'), someonesPhone())
    const id = lin.field('contact-id')
    if (await id.count()) await types(lin, id, '11010519491231002X')
    await follows(lin, lin.button('to-check'), /\/check\?draft=/)

    // The ways to pay are one stop; arrows choose among them.
    await tabsTo(lin, lin.choice('pay-how-online'))
    await lin.page.keyboard.press('ArrowDown')
    await expect(lin.choice('pay-how-counter')).toBeChecked()
    await follows(lin, lin.placeButton, /\/bookings\/Y/)
    await expect(lin.page.getByText(lin.t('booked-title'))).toBeVisible()
  })

  test(`who errs is led to the field by the keyboard (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    await lin.goes('/bookings/find')
    await follows(lin, lin.button('find-go'), /retry=/)
    const first = lin.faults.getByRole('link').first()
    await tabsTo(lin, first)
    await lin.page.keyboard.press('Enter')
    await expect(lin.field('booking-number')).toBeFocused()
  })
}
