import { describe, expect, it } from 'vitest'
import { clip, keepDrawable } from './printable.ts'

describe('text of the picture', () => {
  it('keeps what the font draws', () => {
    expect(keepDrawable('Société Générale – “A” & B’s 2002-1')).toBe('Société Générale – “A” & B’s 2002-1')
  })
  it('takes accents off letters that the font lacks', () =>
    expect(keepDrawable('Česká Hypoteční')).toBe('Ceská Hypotecní'))
  it('leaves out what would be fetched from another host', () => {
    expect(keepDrawable('Trust 日本 😀 2002')).toBe('Trust 2002')
  })
  it('folds line breaks and tabs', () => expect(keepDrawable('Trust\n\t2002-12 ')).toBe('Trust 2002-12'))
  it('cuts at a word', () => expect(clip('Cobble Hill Loan Trust', 18)).toBe('Cobble Hill Loan…'))
  it('cuts a word that is all there is', () => expect(clip('A'.repeat(30), 10)).toBe(`${'A'.repeat(10)}…`))
  it('leaves short text alone', () => expect(clip('Trust', 5)).toBe('Trust'))
})
