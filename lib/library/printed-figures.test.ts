import { describe, expect, it } from 'vitest'
import { findFigure, listFigures, readFigure } from './printed-figures.ts'

describe('readFigure', () => {
  it.each([
    ['225,132,418.36', '225132418.36', true],
    [' $225,132,418.36 ', '225132418.36', true],
    ['225132418.36', '225132418.36', true],
    ['7.704', '7.704', true],
    ['7.704%', '7.704', true],
    ['(1,000,000.00)', '1000000.00', true],
    ['553', '553', false],
    ['2002', '2002', false],
  ])('reads %s', (text, key, isCertain) => expect(readFigure(text)).toEqual({ key, isCertain }))

  it.each(['', '12', '2002-12', '333-00001', '1,23', '7.704 8.1', '1.2.3', 'Trust 7.704', '7,704,1'])(
    'takes %j for no figure',
    text => expect(readFigure(text)).toBeNull(),
  )
})

describe('figures of a text', () => {
  const lines = [
    'Total   553  $225,132,418.36  100.00%',
    'of 2002-12, rate 6.973, 7.704',
    'at 7.7040 and 7.704',
  ]

  it('are listed once, whole', () => {
    expect(listFigures(lines, [])).toEqual([
      '553',
      '225132418.36',
      '100.00',
      '2002',
      '6.973',
      '7.704',
      '7.7040',
    ])
  })

  it('are found where they stand, and not inside of others', () => {
    const find = (key: string, most = 9) => findFigure(lines, [], key, most).map(({ at }) => at)
    expect(find('225132418.36')).toEqual([{ line: 1, start: 15, end: 29 }])
    expect(find('7.704')).toEqual([
      { line: 2, start: 25, end: 30 },
      { line: 3, start: 15, end: 20 },
    ])
    expect(find('7.704', 1)).toHaveLength(1)
    expect(find('132')).toEqual([])
    expect(find('5132418.36')).toEqual([])
  })
})

describe('figures of HTML', () => {
  const lines = ['<td width="225">7.704</td><td', 'height="553">1,250.50</td>']

  it('are those between the tags', () => {
    expect(listFigures(lines, [[1, 2]])).toEqual(['7.704', '1250.50'])
    expect(findFigure(lines, [[1, 2]], '1250.50', 9)).toEqual([
      { at: { line: 2, start: 14, end: 22 }, text: '1,250.50', start: 0 },
    ])
  })
})
