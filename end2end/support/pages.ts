import { agent, supervisor, type Colleague } from './server.ts'
import { dayAhead, someone, type Visitor } from './visitor.ts'

/** A page to look at: its name and the way to it. */
export interface Sight {
  name: string
  go: (visitor: Visitor) => Promise<unknown>
}

const toForm = async (visitor: Visitor) => {
  await visitor.searches('trip')
  await visitor.picksAnOffer()
  await visitor.wantsIt()
}

/** Every page, and the states of it that look different: in the order of a customer's way. */
export const sights: Sight[] = [
  { name: 'home', go: (v) => v.goes('/') },
  { name: 'home-trips', go: (v) => v.goes('/?kind=trip') },
  { name: 'stays', go: (v) => v.goes(`/stays?day=${dayAhead(5)}&nights=2`) },
  { name: 'venues', go: (v) => v.goes(`/venues?day=${dayAhead(5)}&heads=4`) },
  { name: 'trips', go: (v) => v.goes(`/trips?day=${dayAhead(5)}`) },
  { name: 'stays-full', go: (v) => untilFull(v, '/stays?rooms=1') },
  { name: 'trips-full', go: (v) => untilFull(v, '/trips?time=16:00') },
  { name: 'venues-full', go: (v) => v.goes(`/venues?day=${dayAhead(8)}&heads=4&time=19:30`) },
  { name: 'venues-closed', go: (v) => v.goes(`/venues?day=${dayAhead(6)}&heads=20`) },
  { name: 'offer-full', go: (v) => v.goes(`/offers/bund-grand-hall?day=${dayAhead(8)}&at=17:00&heads=150`) },
  { name: 'stays-too-many', go: (v) => v.goes(`/stays?day=${dayAhead(5)}&rooms=20&heads=20`) },
  { name: 'stays-none', go: (v) => v.goes('/stays?q=nothing-like-this') },
  { name: 'stays-fault', go: (v) => v.goes('/stays?day=2020-02-30&heads=0') },
  { name: 'offer-stay', go: async (v) => (await v.searches('stay', { nights: 2 }), await v.picksAnOffer()) },
  { name: 'offer-venue', go: async (v) => (await v.searches('venue'), await v.picksAnOffer()) },
  { name: 'offer-trip', go: async (v) => (await v.searches('trip'), await v.picksAnOffer()) },
  { name: 'book', go: toForm },
  { name: 'book-fault', go: async (v) => (await toForm(v), await v.field('contact-phone').fill('12'), await v.goesOn(), await v.faults.waitFor()) },
  { name: 'check', go: async (v) => (await toForm(v), await v.fillsIn(someone()), await v.goesOn(), await v.placeButton.waitFor()) },
  { name: 'booked', go: (v) => v.books('venue') },
  { name: 'booking', go: async (v) => v.goes(`/bookings/${await v.books('stay')}`) },
  { name: 'booking-print', go: async (v) => v.goes(`/bookings/${await v.books('trip')}/print`) },
  { name: 'pay', go: (v) => v.books('stay', someone(), {}, 'online') },
  { name: 'pay-counter', go: async (v) => v.goes(`/bookings/${await v.books('venue')}/pay`) },
  { name: 'pay-transfer', go: async (v) => v.goes(`/bookings/${await v.books('stay', someone(), {}, 'transfer')}/pay`) },
  { name: 'pay-declined', go: (v) => paying(v, 'sandbox-decline') },
  { name: 'pay-waiting', go: (v) => paying(v, 'sandbox-case-forge') },
  { name: 'pay-stuck', go: (v) => paying(v, 'sandbox-case-wrong_amount') },
  { name: 'pay-paid', go: (v) => paying(v, 'sandbox-pay') },
  { name: 'receipt', go: async (v) => (await paying(v, 'sandbox-pay'), await v.goes(`/bookings/${v.number()}/receipt`)) },
  { name: 'bookings-none', go: (v) => v.goes('/bookings') },
  { name: 'bookings', go: async (v) => (await v.books('venue'), await v.books('stay'), await v.goes('/bookings')) },
  { name: 'find', go: (v) => v.goes('/bookings/find') },
  { name: 'find-unknown', go: (v) => v.looksFor('YS-2222-2222', '13800138000') },
  { name: 'login', go: (v) => v.goes('/login') },
  { name: 'login-refused', go: (v) => v.signsIn('13800138000', 'not the password') },
  { name: 'register', go: (v) => v.goes('/register') },
  { name: 'register-fault', go: async (v) => (await v.goes('/register'), await v.button('register-submit').click(), await v.faults.waitFor()) },
  { name: 'account', go: async (v) => (await v.registers(), await v.goes('/account')) },
  { name: 'notices-none', go: async (v) => (await v.registers(), await v.goes('/account/notices')) },
  { name: 'notices', go: async (v) => (await v.registers(), await v.books('venue'), await v.goes('/account/notices')) },
  { name: 'account-signed-out', go: (v) => v.goes('/account') },
  { name: 'privacy', go: (v) => v.goes('/privacy') },
  { name: 'missing', go: (v) => v.goes('/no-such-page') },
  { name: 'desk-login', go: (v) => v.goes('/desk') },
  { name: 'desk', go: (v) => toDesk(v) },
  {
    name: 'desk-booking',
    go: async (v) => {
      await toDesk(v)
      const search = v.page.getByRole('search')
      await search.getByLabel(v.t('desk-q')).fill('王小明')
      await search.getByRole('button').click()
      const numbers = v.page.getByRole('main').getByRole('link', { name: /^Y[A-Z]-/ })
      if (await numbers.count()) await numbers.first().click()
    },
  },
  { name: 'desk-payments', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/payments')) },
  {
    name: 'desk-record',
    go: async (v) => {
      const number = await v.books('stay')
      await toDesk(v)
      await v.goes(`/desk/bookings/${number}`)
    },
  },
  { name: 'desk-notices', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/notices')) },
  { name: 'desk-jobs', go: async (v) => (await toDesk(v, supervisor), await v.goes('/desk/jobs')) },
]

/** Looks at day after day until something is full that has three things to offer instead. */
async function untilFull(visitor: Visitor, address: string): Promise<void> {
  for (let ahead = 1; ahead <= 28; ahead++) {
    await visitor.goes(`${address}&day=${dayAhead(ahead)}`)
    const first = visitor.page.getByRole('main').locator('.alternatives').first()
    if ((await first.getByRole('link').count()) === 3) return
  }
  throw new Error(`nothing is full in the demo: ${address}`)
}

/** Books, goes to the provider's page and presses a button there. */
async function paying(visitor: Visitor, button: string): Promise<void> {
  await visitor.books('stay', someone(), {}, 'online')
  await visitor.startsToPay()
  await visitor.atTheSandbox(button)
}

async function toDesk(visitor: Visitor, who: Colleague = agent): Promise<void> {
  await visitor.goes('/desk')
  await visitor.field('desk-login-name').fill(who.login)
  await visitor.field('login-password').fill(who.password)
  await visitor.button('login-submit').click()
  await visitor.heading(visitor.t('desk-title')).waitFor()
}
