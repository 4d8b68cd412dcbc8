import { describe, expect, it } from 'vitest'
import { groupRules, isGroupRules } from './group-rules.ts'

describe('groupRules', () => {
  it('lets the group that the address leads to hide the others’ tables', () => {
    const rules = groupRules(['loan-group-1', 'whole-pool'])
    for (const slug of ['loan-group-1', 'whole-pool'])
      expect(rules).toContain(
        `html:has(#group-${slug}:target) .deal [data-group]:not([data-group="${slug}"]){display:none}`,
      )
  })

  it('keeps every group on paper', () => {
    expect(groupRules(['a', 'b'])).toMatch(/^@media screen\{.*\}$/)
  })
})

describe('isGroupRules', () => {
  it.each([[[]], [['a']], [['loan-group-1', 'loan-group-2', 'whole-pool']]])('knows the rules of %j', slugs =>
    expect(isGroupRules(groupRules(slugs))).toBe(true),
  )

  const rules = groupRules(['loan-group-1', 'loan-group-2'])
  it.each([
    '',
    `${rules} `,
    rules.replace('display:none', 'background:url(/x)'),
    rules.replaceAll('loan-group-1', 'a){}*{background:url(/x)}b:is(c'),
    `${rules}@import "/x";`,
    rules.slice(0, -1),
  ])('takes no other style for them: %s', text => expect(isGroupRules(text)).toBe(false))
})
