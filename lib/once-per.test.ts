import { expect, it } from 'vitest'
import { oncePer } from './once-per.ts'

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
