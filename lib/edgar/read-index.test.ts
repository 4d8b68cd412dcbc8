import { expect, it } from 'vitest'
import { edgarIndex } from '../testing/edgar-index.ts'
import { readIndex } from './read-index.ts'

const accession = '0000912057-02-012345'

it('lists documents with their types, descriptions and sizes, and how long the whole is', () => {
  const rows = [
    { sequence: '1', description: 'FORM 8-K', name: 'a2.htm', type: '8-K', size: '12345' },
    {
      sequence: '2',
      description: 'POOL TABLES &amp; NOTES',
      name: 'a99.htm',
      type: 'EX-99.1',
      size: '45678',
    },
    { sequence: '&nbsp;', description: '', name: 'logo.jpg', type: 'GRAPHIC', size: '' },
  ]
  expect(readIndex(edgarIndex(accession, rows, '59000'), accession)).toEqual({
    documents: [
      { sequence: 1, type: '8-K', description: 'FORM 8-K', name: 'a2.htm', bytes: 12345 },
      { sequence: 2, type: 'EX-99.1', description: 'POOL TABLES & NOTES', name: 'a99.htm', bytes: 45678 },
      { sequence: null, type: 'GRAPHIC', description: '', name: 'logo.jpg', bytes: null },
    ],
    wholeBytes: 59000,
  })
})

it('reads a document that opens in a viewer by its own name', () => {
  const html = edgarIndex(accession, [
    { sequence: '1', description: 'FORM 10-D', name: 'a2.htm', type: '10-D', size: '5', viewer: true },
  ])
  expect(readIndex(html, accession).documents).toMatchObject([{ name: 'a2.htm', type: '10-D' }])
})

it('lists none of a submission that is one file', () => {
  const name = `${accession}.txt`
  const html = edgarIndex(
    accession,
    [
      { sequence: '1', description: 'FORM 8-K', name, type: '8-K', size: '12345' },
      { sequence: '2', description: 'POOL', name, type: 'EX-99', size: '45678' },
    ],
    '59000',
  )
  expect(readIndex(html, accession)).toEqual({ documents: [], wholeBytes: 59000 })
})

it.each([
  '',
  'no table',
  '<tr><td>1<td>A<td>B<td>C<td>D',
  '<table><tr><td>1<td>x<td><a href="/a/..">..</a><td>t<td>5',
  '<td><a href="a.htm">a</a>',
  '<table><tr><td>1<td>x<td><a href="a b.htm">a</a><td>t<td>5',
])('finds no document in %j', html =>
  expect(readIndex(html, accession)).toEqual({ documents: [], wholeBytes: null }),
)

it('lists a document once', () => {
  const row = { sequence: '1', description: 'FORM 8-K', name: 'a2.htm', type: '8-K', size: '1' }
  expect(readIndex(edgarIndex(accession, [row, row]), accession).documents).toHaveLength(1)
})
