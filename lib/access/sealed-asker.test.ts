import { beforeAll, expect, it } from 'vitest'
import { type Asker, nobody } from './asker.ts'
import { makeAskerKey, openAsker, sealAsker } from './sealed-asker.ts'

const asker: Asker = {
  person: { id: 'ada@desk.example', name: 'Ada', role: 'viewer', by: 'proxy' },
  links: [{ id: '1', address: '/deals/a-trust' }],
}

beforeAll(() => makeAskerKey())

it('says who asks, to the processes that know its key', () => {
  expect(openAsker(sealAsker(asker))).toEqual(asker)
})

it('names nobody once it is changed, and without a signature', () => {
  const sealed = sealAsker(asker)
  const [, signature] = sealed.split('.')
  const owner = { ...asker, person: { ...asker.person, role: 'owner' } }
  const forged = Buffer.from(JSON.stringify(owner)).toString('base64url')
  for (const header of [
    `${forged}.${signature}`,
    forged,
    `${forged}.`,
    `.${signature}`,
    '',
    null,
    undefined,
    'x.y',
  ])
    expect(openAsker(header)).toEqual(nobody)
})

it('names nobody where it was made with another key', () => {
  const sealed = sealAsker(asker)
  makeAskerKey()
  expect(openAsker(sealed)).toEqual(nobody)
})
