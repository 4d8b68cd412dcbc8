import { expect, it } from 'vitest'
import { oncePer, oncePerPair } from './once-per.ts'

it('computes an answer once for each object, whatever it is', () => {
  const asked: object[] = []
  const answer = oncePer((subject: { text: string }) => {
    asked.push(subject)
    return subject.text === '' ? undefined : subject.text
  })
  const [one, none] = [{ text: 'one' }, { text: '' }]
  expect([answer(one), answer(none), answer(one), answer(none), answer({ text: 'one' })]).toEqual([
    'one',
    undefined,
    'one',
    undefined,
    'one',
  ])
  expect(asked).toHaveLength(3)
})

it('computes an answer once for each object with each second thing', () => {
  const asked: string[] = []
  const answer = oncePerPair(({ text }: { text: string }, count: number) => {
    asked.push(text)
    return text.repeat(count)
  })
  const [one, two] = [{ text: 'a' }, { text: 'a' }]
  expect([answer(one, 1), answer(one, 2), answer(two, 1), answer(one, 1)]).toEqual(['a', 'aa', 'a', 'a'])
  expect(asked).toHaveLength(3)
})
