import { expect, scripts, test } from '../support/site.ts'
import { someone, someonesPhone } from '../support/visitor.ts'

for (const script of scripts) {
  test(`a member registers, books, signs out and in again and finds the booking (${script})`, async ({ visitor }) => {
    const li = await visitor(script)
    const account = await li.registers()
    const number = await li.books('venue')

    await li.goes('/account')
    await expect(li.page.getByRole('main')).toContainText('李静')
    await li.button('account-sign-out').click()
    await li.goes('/bookings')
    await expect(li.page.getByRole('main')).not.toContainText(number)

    await li.signsIn(account.login, account.password)
    await li.goes('/bookings')
    await li.page.getByRole('main').getByRole('link').filter({ hasText: '·' }).first().click()
    await expect(li.heading(new RegExp(number))).toBeVisible()
  })

  test(`a wrong password and an unknown account are answered alike (${script})`, async ({ visitor }) => {
    const { login } = await (await visitor(script)).registers()
    const li = await visitor(script)
    await li.signsIn(login, 'not the password')
    const main = li.page.getByRole('main')
    await expect(main.getByText(li.t('rule-credentials'))).toBeVisible()
    await expect(li.field('login-name')).toHaveValue(login)
    await expect(li.field('login-password')).toHaveValue('')

    await li.signsIn(someonesPhone(), 'not the password')
    await expect(main.getByText(li.t('rule-credentials'))).toBeVisible()
  })
}

test('signing out the others ends other sessions and keeps this one', async ({ visitor }) => {
  const [here, there] = [await visitor('zh-hans'), await visitor('zh-hans')]
  const account = await here.registers(`${someonesPhone()}@example.com`)
  await there.signsIn(account.login, account.password)
  await there.goes('/account')
  await expect(there.heading(there.t('account-title'))).toBeVisible()

  await here.goes('/account')
  await here.button('account-sign-out-others').click()
  await here.goes('/account')
  await expect(here.heading(here.t('account-title'))).toBeVisible()
  const answer = await there.goes('/account')
  expect(answer.status()).toBe(401)
})

test('an account that exists already is said so without losing what was typed', async ({ visitor }) => {
  const first = await visitor('zh-hant')
  const { login } = await first.registers()
  const password = 'another good password'
  const second = await visitor('zh-hant')
  await second.goes('/register')
  await second.field('register-name').fill('陳美玲')
  await second.field('login-name').fill(login)
  await second.field('login-password').fill(password)
  await second.field('register-again').fill(password)
  await second.field('register-consent').check()
  await second.button('register-submit').click()
  await expect(second.page.getByText(second.t('rule-taken')).first()).toBeVisible()
  await expect(second.field('register-name')).toHaveValue('陳美玲')
})

test('somebody who must sign in first comes back to where he was', async ({ visitor }) => {
  const account = await (await visitor('zh-hans')).registers()
  const li = await visitor('zh-hans')
  await li.goes('/account')
  await li.link('login-submit').click()
  await li.field('login-name').fill(account.login)
  await li.field('login-password').fill(account.password)
  await li.button('login-submit').click()
  await expect(li.page).toHaveURL(/\/zh-hans\/account/)
})

test('a guest who signs in keeps the booking he has just made', async ({ visitor }) => {
  const account = await (await visitor('zh-hans')).registers()
  const li = await visitor('zh-hans')
  const number = await li.books('stay', someone())
  await li.signsIn(account.login, account.password)
  const answer = await li.goes(`/bookings/${number}`)
  expect(answer.status()).toBe(200)
})
