import { expect, test } from 'vitest'
import { remember } from './remember.ts'

test('asks once for a text that comes again', () => {
  let asked = 0
  const length = remember(text => {
    asked++
    return text.length
  })
  expect([length('abc'), length('abc'), length('abcd')]).toEqual([3, 3, 4])
  expect(asked).toBe(2)
})

test('remembers that there is no answer', () => {
  let asked = 0
  const nothing = remember(() => {
    asked++
    return null
  })
  expect([nothing('abc'), nothing('abc')]).toEqual([null, null])
  expect(asked).toBe(1)
})

test('forgets when many different texts come, and keeps answering', () => {
  let asked = 0
  const length = remember(text => {
    asked++
    return text.length
  })
  for (let n = 0; n < 5000; n++) expect(length(`text ${n}`)).toBe(`text ${n}`.length)
  length('text 0')
  expect(asked).toBe(5001)
})

test('keeps no long text', () => {
  let asked = 0
  const length = remember(text => {
    asked++
    return text.length
  })
  const long = 'x'.repeat(1000)
  expect([length(long), length(long)]).toEqual([1000, 1000])
  expect(asked).toBe(2)
})
