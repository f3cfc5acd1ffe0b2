import { service } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { someone } from '../support/visitor.ts'

// What customers ask and staff answer: from the question to the rating, in two browsers.

const QUESTION = '请问接机的大巴可以带几件行李？我们有两个大箱子。'

for (const script of scripts) {
  test(`a question is asked, answered and rated (${script})`, async ({ visitor }) => {
    const [lin, chen] = [await visitor(script), await visitor(script)]
    const guest = { ...someone(), email: `g${Date.now()}${Math.floor(Math.random() * 1e6)}@example.com` }
    const number = await lin.asks(guest, QUESTION)
    await expect(lin.page.getByText(lin.t('inquiry-received', { number }))).toBeVisible()
    await expect(lin.page.locator('#case-state')).toContainText(lin.t('inquiry-state-open'))
    expect(await lin.mail(guest.email, new RegExp(number))).toContain(number)

    await chen.signsInAtTheDesk(service)
    await chen.goes('/desk/inquiries?tab=unclaimed')
    await chen.answers(number, '内部：先问车队', 'note')
    await chen.answers(number, '每人可以带两件，大箱子放行李舱。', 'send')
    if (!lin.hasScript) await lin.page.reload()
    await expect(lin.page.locator('#thread')).toContainText('每人可以带两件')
    await expect(lin.page.locator('#thread')).not.toContainText('先问车队')
    expect(await lin.page.content()).not.toContain('先问车队')

    await lin.field('inquiry-text').fill('谢谢，婴儿车呢？')
    await lin.button('inquiry-send').click()
    await expect(lin.page.locator('#thread')).toContainText('婴儿车呢')
    if (!chen.hasScript) await chen.page.reload()
    await expect(chen.page.locator('#thread')).toContainText('婴儿车呢')
    await chen.answers(number, '婴儿车可以折叠后免费托运。')
    if (!lin.hasScript) await lin.page.reload()
    await expect(lin.page.locator('#thread')).toContainText('折叠后免费托运')

    const link = /\/rate\/[0-9a-f-]+/.exec(await lin.mail(guest.email, lin.like('mail-subject-resolved')))
    const friend = await visitor(script)
    await friend.goes(link![0])
    await friend.choice('rating-5').check()
    await friend.field('rate-why').fill('回复很快')
    await friend.button('rate-go').click()
    await expect(friend.page.getByText(friend.t('rate-thanks'))).toBeVisible()
    await friend.goes(link![0])
    await expect(friend.button('rate-go')).toHaveCount(0)
  })

  test(`a guest comes back by number and phone, and nobody else (${script})`, async ({ visitor }) => {
    const [lin, friend] = [await visitor(script), await visitor(script)]
    const guest = someone()
    const number = await lin.asks(guest, QUESTION)
    const answer = await friend.goes(`/inquiries/${number}`)
    expect(answer.status()).toBe(404)
    const finds = async (phone: string) => {
      await friend.goes('/inquiries/find')
      await friend.field('inquiry-number').fill(number)
      await friend.field('contact-phone').fill(phone)
      await friend.button('inquiry-find-go').click()
    }
    await finds('13800138000')
    await expect(friend.page.getByText(friend.t('inquiry-find-unknown'))).toBeVisible()
    await finds(guest.phone)
    await expect(friend.page.locator('#thread')).toContainText(QUESTION)
  })

  test(`a refusal leads to a person who knows what it is about (${script})`, async ({ visitor }) => {
    const [lin, chen] = [await visitor(script), await visitor(script)]
    const guest = someone()
    const number = await lin.books('venue', guest)
    await lin.goes(`/bookings/${number}/cancel`)
    await lin.page.getByRole('button', { name: lin.like('cancel-go') }).click()
    await lin.goes(`/bookings/${number}/cancel`)
    await lin.page.getByRole('main').getByRole('link', { name: lin.t('ask-link') }).first().click()
    await expect(lin.page).toHaveURL(new RegExp(`booking=${number}&code=over$`))
    await expect(lin.page.getByRole('main')).toContainText(lin.t('rule-over'))
    await expect(lin.field('ask-booking')).toHaveValue(number)
    await expect(lin.field('contact-name')).toHaveValue(guest.name)
    await lin.field('ask-text').fill('我按错了，这个取消能撤回吗？')
    await lin.sendsQuestion()
    await expect(lin.page.getByRole('main')).toContainText(lin.t('inquiry-booking', { number }))
    await chen.signsInAtTheDesk(service)
    await chen.goes(`/desk/inquiries/${lin.number()}`)
    await expect(chen.page.getByRole('main')).toContainText(chen.t('rule-over'))
  })

  test(`what is begun survives a closed tab, what is refused comes back (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    const number = await lin.asks(someone(), QUESTION)
    await lin.field('inquiry-text').fill('\u200b')
    await lin.button('inquiry-send').click()
    await expect(lin.faults).toContainText(lin.t('fault-required'))
    if (!lin.hasScript) return
    await lin.goes(`/inquiries/${number}`)
    const words = '还想问'
    const keeps = (data: string) => [words, encodeURIComponent(words)].some((all) => data.includes(all))
    // The first time the page may not be awake yet, and a slow hand is kept in the middle of a word.
    await expect(async () => {
      const kept = lin.page.waitForResponse(
        (answer) => answer.url().endsWith('/api/inquiry/keep') && keeps(answer.request().postData() ?? ''),
        { timeout: 5_000 },
      )
      await lin.field('inquiry-text').fill('')
      await lin.field('inquiry-text').pressSequentially(words)
      await kept
    }).toPass()
    await lin.goes(`/inquiries/${number}`)
    await expect(lin.field('inquiry-text')).toHaveValue(words)
  })

  test(`the desk works by keys and for many at once (${script})`, async ({ visitor }) => {
    const [lin, chen] = [await visitor(script), await visitor(script)]
    const guest = { ...someone(), name: `批量${Math.floor(Math.random() * 1e9)}` }
    const numbers = [await lin.asks(guest, '第一个问题：几点可以入住？'), await lin.asks(guest, '第二个问题：有没有停车位？')]
    await chen.signsInAtTheDesk(service)
    await chen.goes('/desk/inquiries?tab=open')
    const search = chen.page.getByRole('searchbox')
    if (chen.hasScript) {
      await expect(async () => {
        await chen.page.keyboard.press('/')
        await expect(search).toBeFocused({ timeout: 500 })
      }).toPass()
    } else await search.focus()
    await chen.page.keyboard.type(guest.name)
    await chen.page.keyboard.press('Enter')
    await chen.page.waitForURL(/found=/)
    for (const number of numbers) await chen.page.getByRole('checkbox', { name: chen.t('bulk-pick-one', { number }) }).check()
    await chen.button('bulk-go').click()
    await expect(chen.page.getByRole('main')).toContainText(chen.t('bulk-done', { done: 2, failed: 0 }))
    await chen.goes(`/desk/inquiries/${numbers[0]}`)
    await expect(chen.button('deed-release')).toBeVisible()
    if (!chen.hasScript) return
    await expect(async () => {
      // The same key claims it again: pressed twice, nothing is done.
      if (await chen.button('deed-release').isVisible()) await chen.page.keyboard.press('c')
      await expect(chen.button('deed-claim')).toBeVisible({ timeout: 5_000 })
    }).toPass()
  })
}
