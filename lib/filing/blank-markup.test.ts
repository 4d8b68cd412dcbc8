import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankMarkup } from './blank-markup.ts'

describe('markup blanked', () => {
  it.each([
    ['a block tag ends a passage', 'a<P>b', 'a\f  b'],
    ['a tag over two lines keeps its break', 'a<b\nc>d', 'a  \n  d'],
    ['a reference gives its character', 'a&#150;b &amp; c', 'a–     b &     c'],
    ['a blank that does not break is one', 'a&nbsp;b', 'a      b'],
    ['an ampersand alone stays', 'AT&T', 'AT&T'],
    ['a bracket that opens no tag stays', 'FICO <500', 'FICO <500'],
    ['a comment is nothing, whatever it holds', 'a<!-- <p> 6.5% -->b', `a${' '.repeat(17)}b`],
    ['a bracket inside quotation marks ends no tag', 'a<i t="x>y">b', 'a           b'],
    ['a quotation mark left open hides no more than its tag', 'a<i t="x>b<i>c', 'a        b   c'],
  ])('%s', (_, html, text) => {
    expect(blankMarkup(html)).toBe(text)
  })

  it('keeps every character at its place and every line break', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "='",
      '&nbsp;',
      '&',
      '\n',
      'a',
      '7',
      '<p>',
      '<!--',
      '-->',
      '</',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const html = pieces.join('')
        const blanked = blankMarkup(html)
        expect(blanked.length).toBe(html.length)
        expect([...blanked.matchAll(/\n/g)].map(({ index }) => index)).toEqual(
          [...html.matchAll(/\n/g)].map(({ index }) => index),
        )
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
