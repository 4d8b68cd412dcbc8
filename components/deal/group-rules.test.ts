import { expect, test } from 'vitest'
import { groupRules } from './group-rules.ts'

const group = (slug: string) => ({ slug, name: slug, loanGroup: slug, tables: [] })

test('each group hides the others’ tables, chosen by attribute or, without scripts, by the address', () => {
  const rules = groupRules([group('loan-group-1'), group('whole-pool')])
  for (const slug of ['loan-group-1', 'whole-pool']) {
    expect(rules).toContain(`html[data-group="${slug}"]`)
    expect(rules).toContain(`html:not([data-group]):has(#group-${slug}:target)`)
    expect(rules).toContain(`[data-group]:not([data-group="${slug}"]){display:none}`)
  }
})

test('paper keeps every group', () => {
  expect(groupRules([group('a'), group('b')])).toMatch(/^@media screen\{.*\}$/)
})
