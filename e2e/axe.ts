import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What to look at and by which rules: the whole page by all of them where nothing is said. */
type Looked = { tags?: readonly string[]; rules?: readonly string[]; parts?: readonly string[] }

/**
 * What axe finds wrong on a page as it is now, one line a place. Of rules that are kept it lists one place and not
 * thousands, and it looks from within the page, which has no frames: it takes a third of the time so.
 */
export async function violations(page: Page, { tags, rules, parts = [] }: Looked = {}): Promise<string[]> {
  const axe = parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }))
  const values = [...(rules ?? tags ?? [])]
  const runOnly = values.length > 0 ? ({ type: rules ? 'rule' : 'tag', values } as const) : undefined
  const found = await axe
    .options({ runOnly, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  expect(found.passes.length, 'axe has looked at the page').toBeGreaterThanOrEqual(
    rules || parts.length > 0 ? 1 : 10,
  )
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`),
  )
}
