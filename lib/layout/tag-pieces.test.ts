import { describe, expect, it } from 'vitest'
import { htmlLines, isInTag, splitTags, tagsOpenAt } from './tag-pieces.ts'

const draw = (text: string, startsInTag = false) =>
  splitTags(text, startsInTag)
    .map(({ text, isTag }) => (isTag ? text : `[${text}]`))
    .join('')

describe('splitTags', () => {
  it.each([
    ['<td align=right> <b>6,000</b></td>', '<td align=right> <b>[6,000]</b></td>'],
    ['Purchase', '[Purchase]'],
    ['<td>&nbsp;</td><td>&#160; </td>A', '<td>&nbsp;</td><td>&#160; </td>[A]'],
    ['a < b', '[a ]< b'],
    ['<td', '<td'],
    ['', ''],
  ])('tells the words of %s', (text, drawn) => expect(draw(text)).toBe(drawn))

  it('goes on with a tag that the line before opened', () =>
    expect(draw('width=9>Loans<br>', true)).toBe('width=9>[Loans]<br>'))

  it('loses no character', () => {
    const text = '<<a>> b </>< c >'
    expect(draw(text).replace(/[[\]]/g, '')).toBe(text)
  })
})

describe('tagsOpenAt', () => {
  it('follows a tag over lines', () =>
    expect(tagsOpenAt(['<td', 'align=right', '>9<br', '>'])).toEqual([false, true, true, true]))
  it('knows by its end that a tag was open before the first line', () =>
    expect(tagsOpenAt(['width=9', 'align=left>Pool', '<td>'])).toEqual([true, true, false]))
})

it('isInTag looks back from a column', () => {
  const line = '<td width=9>Pool</td>'
  expect([0, 5, 12, 17].map(column => isInTag(line, column, false))).toEqual([false, true, false, true])
})

it('htmlLines tells lines of HTML from those of other documents', () => {
  const common = { sequence: null, type: null, filename: null, description: null }
  const isHtml = htmlLines({
    documents: [
      { ...common, format: 'text', lines: [1, 9] },
      { ...common, format: 'html', lines: [12, 40] },
    ],
  })
  expect([5, 11, 12, 40, 41].map(isHtml)).toEqual([false, false, true, true, false])
})
