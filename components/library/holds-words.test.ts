import { expect, test } from 'vitest'
import { holdsWords } from './holds-words.ts'

test.each([
  ['Alder Trust 2004-1', '2004-1', true],
  ['Alder Trust 2004-12', '2004-1', false],
  ['Alder Capital, Series 1998-C', 'Alder Capital', true],
  ['Alder Capital, Inc., Series 1998-C', 'Alder Capital, Inc.', true],
  ['Alderbrook Trust 2004-1', 'Alder', false],
])('%s holds %s: %s', (name, words, holds) => {
  expect(holdsWords(name, words)).toBe(holds)
})
