import { expect, it } from 'vitest'
import { KeptWords } from './kept-words.ts'

const rows = (...of: number[]) => Uint8Array.from(of)

it('knows the rows of words until the library has another revision', () => {
  const words = new KeptWords()
  words.keep(3, 'alder', rows(1, 0))
  expect(words.find(3, 'alder')).toEqual(rows(1, 0))
  expect(words.find(4, 'alder')).toBeUndefined()
  words.keep(4, 'tidewater', rows(0, 1, 1))
  expect(words.find(4, 'alder')).toBeUndefined()
  expect(words.find(4, 'tidewater')).toEqual(rows(0, 1, 1))
})

it('keeps nothing that was looked for before the present revision', () => {
  const words = new KeptWords()
  words.keep(4, 'tidewater', rows(0, 1))
  words.keep(3, 'alder', rows(1))
  expect(words.find(3, 'alder')).toBeUndefined()
  expect(words.find(4, 'tidewater')).toEqual(rows(0, 1))
})

it('lets the oldest words go once there are many', () => {
  const words = new KeptWords()
  for (let order = 0; order < 9; order++) words.keep(1, `word ${order}`, rows(order))
  expect(words.find(1, 'word 0')).toBeUndefined()
  for (let order = 1; order < 9; order++) expect(words.find(1, `word ${order}`)).toEqual(rows(order))
})
