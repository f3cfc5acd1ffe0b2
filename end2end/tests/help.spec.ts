import { agent, supervisor } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { words } from '../support/words.ts'

// Help: found in either script, read, voted on; written at the desk, and published without whom it was about.

for (const script of scripts) {
  test(`what is looked for in one script is found and marked in the other (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    await ma.goes('/help')
    await expect(ma.heading(ma.t('help-title'))).toBeVisible()
    const looked = script === 'zh-hans' ? '發票' : '发票'
    const shown = script === 'zh-hans' ? '发票' : '發票'
    await ma.page.getByRole('search').getByLabel(ma.t('help-q')).fill(looked)
    await ma.page.getByRole('search').getByRole('button').click()
    await expect(ma.page).toHaveURL(/\/help\?q=/)
    const first = ma.page.getByRole('main').locator('.help-hit').first()
    await expect(first.locator('mark').first()).toHaveText(shown)
    await first.getByRole('link').click()
    await expect(ma.page).toHaveURL(new RegExp(`/${script}/help/invoice$`))
    await expect(ma.heading(/./)).toContainText(shown)
  })

  test(`a reader says that it helped, and may change his mind (${script})`, async ({ visitor }) => {
    const ma = await visitor(script)
    await ma.goes('/help/dietary')
    await ma.button('help-vote-no').click()
    await expect(ma.page.getByText(ma.t('help-voted-no'))).toBeVisible()
    await ma.page.getByText(ma.t('help-vote-change'), { exact: true }).click()
    await ma.page.getByRole('main').getByRole('button', { name: ma.t('help-vote-yes'), exact: true }).click()
    await expect(ma.page.getByText(ma.t('help-voted-yes'))).toBeVisible()
    await ma.goes('/help/dietary')
    await expect(ma.page.getByText(ma.t('help-voted-yes'))).toBeVisible()
  })

  test(`an article is published without the person it was about (${script})`, async ({ visitor }) => {
    const wang = await visitor(script)
    await wang.signsInAtTheDesk(supervisor)
    await wang.goes('/desk/help/new')
    await wang.field('help-article-title').fill('找回行李')
    await wang.button('help-save').click()
    await expect(wang.faults).toContainText(wang.t('fault-required'))
    await expect(wang.field('help-article-title')).toHaveValue('找回行李')

    const title = `找回箱子 ${Math.random().toString(36).slice(2, 8)}`
    const slug = await wang.writesHelp({ title, body: '客人 138 0013 8000 的箱子。\n- 訂單 YS-7K3M-92QF' })
    await wang.button('help-publish-go').click()
    await expect(wang.faults).toContainText(wang.t('fault-personal-data'))
    await wang.button('help-redact').click()
    await expect(wang.button('help-redact')).toHaveCount(0)
    await expect(wang.field('help-article-body')).toHaveValue(new RegExp(wang.t('help-instead-phone')))
    await wang.button('help-publish-go').click()
    await expect(wang.page.getByText(wang.t('help-status-published'), { exact: true }).first()).toBeVisible()

    const ma = await visitor(script)
    await ma.goes(`/help/${slug}`)
    await expect(ma.page.getByRole('main')).toContainText(words(script, 'help-instead-phone'))
    await expect(ma.page.getByRole('main')).not.toContainText('8000')
    await ma.goes(`/help?q=${encodeURIComponent(title)}`)
    await expect(ma.page.getByRole('main').getByRole('link', { name: title })).toBeVisible()
  })
}

test('nothing that fits leads to a person, and bad words are said at their field', async ({ visitor }) => {
  const ma = await visitor('zh-hant')
  await ma.goes('/help?q=zzzzzz')
  await expect(ma.page.getByText(ma.like('help-none')).first()).toBeVisible()
  await expect(ma.link('help-ask').first()).toHaveAttribute('href', /\/inquiries\/new/)
  const answer = await ma.goes(`/help?q=${'很'.repeat(101)}`)
  expect(answer.status()).toBe(422)
  await expect(ma.faults).toContainText(ma.t('fault-too-long', { bound: 100 }))
})

test('a draft is nobody\'s to read, and who may not write sees no desk of help', async ({ visitor }) => {
  const lin = await visitor('zh-hans')
  expect((await lin.goes('/help/group-booking')).status()).toBe(404)
  await lin.signsInAtTheDesk(agent)
  expect((await lin.goes('/desk/help')).status()).toBe(403)
  expect((await lin.goes('/desk/help/new')).status()).toBe(403)
})
