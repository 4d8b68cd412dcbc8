import { describe, expect, it } from 'vitest'
import { figureKey } from '../figures/index.ts'
import { readTrendsQuery } from './trends-query.ts'

const read = (query: string) => {
  const { figures, ...others } = readTrendsQuery(new URLSearchParams(query))
  return { ...others, measures: figures.map(figureKey) }
}

describe('readTrendsQuery', () => {
  it('reads measures, deals and periods', () =>
    expect(
      read('measure=waltv&measure=state.ca&shelf=Larkfield&q=wells&deals=a,b&by=quarter&failing=in'),
    ).toEqual({
      measures: ['waltv', 'state.CA'],
      query: { shelf: 'Larkfield', q: 'wells', filters: [] },
      narrowedBy: [],
      slugs: ['a', 'b'],
      by: 'quarter',
      withFailing: true,
      problems: [],
    }))

  it('takes whatever lists of deals are narrowed by, and no order or page of theirs', () => {
    const { query, narrowedBy, problems } = read(
      'waltv__gte=70&year=2002&has=dti&sort=-balance&cursor=x&limit=0',
    )
    expect(query).toMatchObject({ year: '2002', filters: [{ is: 'gte' }, { is: 'has' }] })
    expect(narrowedBy).toEqual([
      ['waltv__gte', '70'],
      ['year', '2002'],
      ['has', 'dti'],
    ])
    expect(problems).toEqual([])
  })

  it('takes empty parameters, as forms send them, for none', () =>
    expect(read('measure=&shelf=&q=&by=&failing=')).toMatchObject({
      measures: [],
      query: { filters: [] },
      by: 'year',
      withFailing: false,
      problems: [],
    }))

  it('puts a tail together that a form sends in parts, and has a measure once', () =>
    expect(read('measure=waltv&measure=waltv&tail=original-ltv&side=atLeast&at=80').measures).toEqual([
      'waltv',
      'original-ltv.atLeast.80',
    ]))

  it.each([
    ['measure=rainfall', 'measure', 'rainfall'],
    ['measure=state.ZZ', 'measure', 'ZZ'],
    ['measure=original-ltv.above.abc', 'measure', 'abc'],
    ['measure=wac&measure=waltv&measure=wam&measure=dti&measure=state.CA', 'measure', 'At most 4'],
    ['by=week', 'by', 'week'],
    ['failing=maybe', 'failing', 'maybe'],
    [`q=${'a'.repeat(201)}`, 'q', 'q'],
    ['waltv__gte=rain', 'waltv__gte', 'rain'],
    ['year=soon', 'year', 'soon'],
    [`deals=${Array.from({ length: 501 }, (_, n) => `d-${n}`).join(',')}`, 'deals', '501'],
  ])('says what is wrong with %s and keeps the rest', (query, parameter, says) => {
    const { problems, by } = read(query)
    expect(problems).toEqual([{ parameter, problem: expect.stringContaining(says) }])
    expect(by).toBe('year')
  })
})
