import { supervisor, agent } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { dayAhead } from '../support/visitor.ts'

// The terms of sale at the desk: a version is looked at before it is published, and what is wrong is said at its field.

for (const script of scripts) {
  test(`a version is told again over the past, published, and begins on its day (${script})`, async ({ visitor }, { config, project: { name: project } }) => {
    const projects = config.projects.map(({ name }) => name) // no two of them choose the same day
    const zhou = await visitor(script)
    const version = `stay-${Date.now()}`
    await zhou.signsInAtTheDesk(supervisor)
    await zhou.goes('/desk/policies')
    // Each of the two has terms of its own: whoever publishes second would be told of the first.
    const terms = zhou.page.getByRole('main').getByRole('table').getByRole('link')
    await (script === 'zh-hans' ? terms.last() : terms.first()).click()
    await zhou.field('policy-version').fill(version)
    await zhou.field('policy-from').fill('2020-01-01')
    await zhou.button('policy-preview').click()
    await expect(zhou.faults).toContainText(zhou.t('fault-not-before-tomorrow'))
    await expect(zhou.field('policy-version')).toHaveValue(version)

    await zhou.field('policy-from').fill(dayAhead(40 + 50 * projects.indexOf(project) + Math.floor(Math.random() * 50)))
    await zhou.button('policy-preview').click()
    await expect(zhou.heading(/./)).toBeVisible()
    await expect(zhou.page.getByText(zhou.t('replay-title', { days: 90 })).first()).toBeVisible()
    await zhou.button('policy-publish').click()
    await expect(zhou.faults).toContainText(zhou.t('fault-required'))
    await zhou.field('desk-why').fill('旺季前收紧')
    await zhou.button('policy-publish').click()
    await expect(zhou.page.getByText(version).first()).toBeVisible()
    await expect(zhou.page.getByText(zhou.t('policy-standing-coming')).first()).toBeVisible()
    await expect(zhou.page.getByRole('main')).toContainText('旺季前收紧')
  })
}

test('who may not edit the terms does not see them', async ({ visitor }) => {
  const lin = await visitor('zh-hant')
  await lin.signsInAtTheDesk(agent)
  expect((await lin.goes('/desk/policies')).status()).toBe(403)
})
