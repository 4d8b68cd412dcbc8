import { describe, expect, test } from 'vitest'
import { type Candidate, decide, type Evidence } from './decision.ts'

/** Evidence that says the same of each letter it names. */
function says(id: string, letters: string, verdict: 'supports' | 'contradicts'): Evidence<string, null> {
  return {
    id,
    judge: letter => (letters.includes(letter) ? { says: verdict, why: `${id} of ${letter}` } : null),
  }
}

const proposed = (letters: string): Candidate<string>[] =>
  [...letters].map(value => ({ value, by: 'a test' }))
const chosen = (letters: string, ...evidence: Evidence<string, null>[]) =>
  decide('letter', proposed(letters), evidence, null).chosen

describe('a decision', () => {
  test('keeps the only candidate when nothing contradicts it', () => {
    expect(chosen('a')).toBe('a')
  })

  test('gives none when the only candidate is contradicted', () => {
    expect(chosen('a', says('size', 'a', 'contradicts'))).toBeNull()
  })

  test('keeps the one that is left', () => {
    expect(chosen('ab', says('size', 'a', 'contradicts'))).toBe('b')
  })

  test('does not tell two apart without evidence', () => {
    expect(chosen('ab')).toBeNull()
  })

  test('keeps the one whose support includes that of the others', () => {
    expect(chosen('ab', says('sign', 'ab', 'supports'), says('sum', 'b', 'supports'))).toBe('b')
  })

  test('does not weigh different support', () => {
    expect(chosen('ab', says('sign', 'a', 'supports'), says('sum', 'b', 'supports'))).toBeNull()
  })

  test('lets no support outweigh a contradiction', () => {
    const support = ['sign', 'sum', 'size'].map(id => says(id, 'a', 'supports'))
    expect(chosen('a', ...support, says('words', 'a', 'contradicts'))).toBeNull()
  })

  test('takes an answer that is proposed twice for one', () => {
    const { candidates, chosen } = decide(
      'letter',
      [
        { value: 'a', by: 'title' },
        { value: 'a', by: 'header' },
      ],
      [],
      null,
    )
    expect(chosen).toBe('a')
    expect(candidates).toEqual([{ value: 'a', by: ['title', 'header'], verdicts: [] }])
  })
})
