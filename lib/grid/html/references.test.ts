import { describe, expect, it } from 'vitest'
import { blankMarkup } from '../../filing/blank-markup.ts'
import { parseHtml } from './parse-html.ts'

const cells = (row: string) =>
  parseHtml(`<table><tr>${row}</tr></table>`).tables[0]?.rows[0]?.map(({ text }) => text)

describe('references that print nothing', () => {
  it.each([
    ['a soft hyphen by name', 'Pri&shy;mary'],
    ['a soft hyphen by number', 'Pri&#173;mary'],
    ['a blank without width', 'Pri&#8203;mary'],
    ['one in hexadecimal', '&#xFEFF;Pri&#x200B;mary'],
    ['a mark that joins', 'Pri&zwj;mary'],
  ])('part no word: %s', (_, label) => {
    expect(cells(`<td>${label}<td>4&#8203;0`)).toEqual(['Primary', '40'])
  })

  it('keep their place in text without markup', () => {
    expect(blankMarkup('a&shy;b')).toHaveLength('a&shy;b'.length)
  })
})
