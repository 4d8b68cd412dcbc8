import { describe, expect, it } from 'vitest'
import { findFigures, readInTail } from './stated-figure.ts'

const values = (text: string) => findFigures(text).map(({ value, unit }) => [value, unit])

describe('money in words', () => {
  it.each([
    ['a balance of $225,132,418.36', 22_513_241_836],
    ['a balance of $9,999,999,999,999.99', 999_999_999_999_999],
  ])('is read to the cent: %s', (text, cents) => expect(values(text)).toEqual([[cents, 'cents']]))

  it.each(['$90,071,992,547,409.93', '$90071992547409.93', '$123,456,789,012,345,678.90'])(
    'is not read where no number holds it to the cent: %s',
    text => expect(values(`a balance of ${text} and 7.5%`)).toEqual([[7.5, 'percent']]),
  )

  it('is not read from a bare figure either', () => {
    const [small, large] = ['225,132,418.36', '90,071,992,547,409.93'].map(text => {
      const [figure] = findFigures(text)
      return figure && readInTail(figure, 'cents')
    })
    expect([small?.value, large]).toEqual([22_513_241_836, null])
  })
})
