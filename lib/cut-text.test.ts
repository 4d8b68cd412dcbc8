import { expect, it } from 'vitest'
import { cutText } from './cut-text.ts'

it('leaves a text as it is that is short enough', () => {
  expect(cutText('Loans', 5)).toBe('Loans')
})

it('gives the beginning of a longer one, with an ellipsis, in so many characters', () => {
  expect(cutText('Number of Loans', 7)).toBe('Number…')
})

it('never cuts a character in two', () => {
  expect(cutText('ab\u{1f3e0}cdef', 4)).toBe('ab…')
})
