import { describe, expect, it } from 'vitest'
import { checkRules, findCheckRule } from './index.ts'

describe('the registry of checks', () => {
  it('finds every entry by its code, which no other has', () => {
    expect(new Set(checkRules.map(({ code }) => code)).size).toBe(checkRules.length)
    for (const rule of checkRules) expect(findCheckRule(rule.code)).toBe(rule)
  })
  it.each(checkRules)('words $code as a sentence without its full stop, and heads its column', rule => {
    expect(rule.code).toMatch(/^[a-z]+(?:-[a-z]+)+$/)
    expect(rule.wording).toMatch(/^[A-Z].*[^.]$/)
    expect(rule.heading).toMatch(/^[A-Z]/)
  })
  it('knows no entry of a code that a later version may use', () => {
    expect(findCheckRule('moon-is-full')).toBeNull()
  })
})
