import { dayAhead, someone, type Guest, type Visitor } from './visitor.ts'

// What customers do with a booking that they have paid for: the ways to the pages of changes and cancellations.

/** Moves a room of tomorrow without a fee. */
export async function movesFree(visitor: Visitor): Promise<void> {
  const number = await visitor.paysFor('stay', { day: dayAhead(1) })
  await visitor.goes(`/bookings/${number}/cancel`)
  await visitor.link('free-move-go').click()
  await visitor.page.getByRole('button', { name: visitor.like('change-go') }).waitFor()
}

/** Asks what a change of a paid booking would cost. */
export async function wishes(visitor: Visitor, kind: 'stay' | 'trip', field: string, value: string, guest?: Guest): Promise<void> {
  await fillsIn(visitor, await visitor.paysFor(kind, kind === 'stay' ? { nights: 2 } : {}, guest), { [field]: value })
}

/** Fills in what he wants in place of what he has. */
async function fillsIn(visitor: Visitor, number: string, wish: Record<string, string>): Promise<void> {
  await visitor.goes(`/bookings/${number}/change`)
  for (const [field, value] of Object.entries(wish)) await visitor.field(field).fill(value)
  await visitor.button('change-see').click()
  await visitor.page.waitForURL(/change\?/)
}

/** Asks what it would cost to give up one of two rooms of tomorrow. */
export async function givesARoomUp(visitor: Visitor): Promise<void> {
  const number = await visitor.paysFor('stay', { day: dayAhead(1), rooms: 2, heads: 2 })
  await fillsIn(visitor, number, { 'search-rooms': '1', 'search-guests': '1' })
}

/** Commits a change that waits for its difference. */
export async function opens(visitor: Visitor, guest?: Guest): Promise<void> {
  await wishes(visitor, 'trip', 'search-passengers', '2', guest)
  await visitor.page.getByRole('button', { name: visitor.like('change-go-pay') }).click()
  await visitor.page.waitForURL(/pay$/)
}

/** Wants a seat of a line on which an ID number is needed, in place of one for which nobody asked for it. */
export async function wantsWhatNeedsAnId(visitor: Visitor): Promise<void> {
  const day = dayAhead(6)
  await visitor.goes(`/trips?day=${day}`)
  await visitor.link('offer-see').and(visitor.page.locator(':not([href*=xiongan]):not([href*=yangshuo])')).first().click()
  const number = await visitor.paysForTheOffer()
  await visitor.goes(`/bookings/${number}/change?slug=xiongan-standard&day=${day}&heads=1`)
  await visitor.page.locator('input[name=at]:enabled').first().check()
  await visitor.button('change-see').click()
  await visitor.field('contact-id').waitFor()
}

/** Lays a voucher aside for the difference of a change, of which it pays a small part. */
export async function opensWithAVoucher(visitor: Visitor): Promise<void> {
  const guest = someone()
  const voucher = await visitor.earnsAVoucher(guest, 'trip')
  await opens(visitor, guest)
  await visitor.laysAside(voucher)
  await visitor.button('voucher-remove').waitFor()
}

/** Looks at the two bookings that a paid stay of two nights would be. */
export async function partsShown(visitor: Visitor): Promise<void> {
  await visitor.goes(`/bookings/${await visitor.paysFor('stay', { nights: 2 })}/divide`)
  await visitor.button('divide-see').click()
  await visitor.button('divide-go').waitFor()
}

/** Makes the last night of a paid stay a booking of its own. */
export async function divides(visitor: Visitor): Promise<void> {
  await partsShown(visitor)
  await visitor.button('divide-go').click()
  await visitor.page.waitForURL(/change\?apart=/)
}

/** Gives a paid booking up. */
export async function gives(visitor: Visitor): Promise<void> {
  await visitor.goes(`/bookings/${await visitor.paysFor('trip')}/cancel`)
  await visitor.page.getByRole('button', { name: visitor.like('cancel-go') }).click()
  await visitor.heading(new RegExp(visitor.number())).waitFor()
}
