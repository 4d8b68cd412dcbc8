import { describe, expect, it } from 'vitest'
import { dimensions } from '../dimensions/index.ts'
import { measures } from '../measures/index.ts'
import { nameFigure } from '../pool/figure-names.ts'
import { spellOut } from './abbreviations.ts'

describe('an abbreviation', () => {
  it('is spelled out where it stands in words', () =>
    expect(spellOut('WA DTI')).toBe(
      'WA: weighted average. DTI: debt-to-income ratio: the borrower’s debt payments over income',
    ))
  it('is told once', () => expect(spellOut('LTV over LTV')?.match(/LTV:/g)).toHaveLength(1))
  it('is left alone where the field does not know it', () => expect(spellOut('HARBOR, 8-K')).toBeNull())

  const ids = ['wac', 'net-wac', 'waltv', 'wacltv', 'wam', 'dti', 'credit-score', 'margin', 'loan-age']
  const names = [
    ...dimensions.map(({ name }) => name),
    ...measures.map(({ name }) => name),
    ...ids.map(id => nameFigure(id).name),
  ]
  it.each(names.filter(name => /\b[A-Z]{2,}\b/.test(name)))('in the name “%s” has a meaning', name => {
    const abbreviations = name.match(/\b[A-Z]{2,}\b/g) ?? []
    for (const abbreviation of abbreviations) expect(spellOut(abbreviation), abbreviation).not.toBeNull()
  })
})
