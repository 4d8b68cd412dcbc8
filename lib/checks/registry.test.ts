import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
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
  it.each(checkRules)('is the only place that names $code', ({ code }) => {
    const root = path.join(import.meta.dirname, '../..')
    const sources = globSync('{app,components,lib,public}/**/*.{ts,tsx,js,mjs,css}', { cwd: root })
    const naming = sources
      .filter(file => !/\.test\.tsx?$|^lib\/(?:fixtures|testing)\//.test(file))
      .filter(file => new RegExp(`['"\`]${code}['"\`]`).test(readFileSync(path.join(root, file), 'utf8')))
    expect(naming).toEqual([`lib/checks/${code}.ts`])
  })
  it('knows no entry of a code that a later version may use', () => {
    expect(findCheckRule('moon-is-full')).toBeNull()
  })
})
