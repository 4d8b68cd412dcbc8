import { expect, it } from 'vitest'
import { compareHref, printPoolRef, readPoolRefs } from './compare-address.ts'

it('reads deals with commas between and one by one, each once, with their loan groups', () => {
  const refs = readPoolRefs(['harbor-1,tidewater-2~loan-group-1', 'harbor-1', ' ,~group'])
  expect(refs).toEqual([
    { slug: 'harbor-1', group: null },
    { slug: 'tidewater-2', group: 'loan-group-1' },
  ])
  expect(refs.map(printPoolRef)).toEqual(['harbor-1', 'tidewater-2~loan-group-1'])
})

it('leaves out of an address what is not chosen', () => {
  expect(compareHref({ deals: ['a-1', 'b-2~group-1'], dimension: 'state', edges: '', base: undefined })).toBe(
    '/compare?deals=a-1,b-2~group-1&dimension=state',
  )
  expect(compareHref({ deals: ['a-1'], edges: '60, 70' }, '/api/compare')).toBe(
    '/api/compare?deals=a-1&edges=60%2C%2070',
  )
})
