import { expect, it } from 'vitest'
import { addressOfForm } from './form-address.ts'

it.each([
  [{ side: 'above', at: '77', to: '' }, '/ask/t?above=77'],
  [{ side: 'atMost', at: '$620,000' }, '/ask/t?atMost=%24620%2C000'],
  [{ side: 'between', at: '70', to: '80' }, '/ask/t?side=between&at=70&to=80'],
  [{ side: 'between', at: '', to: '80' }, '/ask/t?side=between&to=80'],
  [{ side: 'below', at: '', filing: '0c1d' }, '/ask/t?filing=0c1d'],
  [{ edges: '60, 70' }, '/ask/t?edges=60%2C+70'],
  [{}, '/ask/t'],
])('leads from %o to %s', (fields, address) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  expect(addressOfForm('/ask/t', form)).toBe(address)
})

it('names every ticked row', () => {
  const form = new FormData()
  for (const row of ['2', '3']) form.append('row', row)
  expect(addressOfForm('/ask/t', form)).toBe('/ask/t?row=2&row=3')
})
