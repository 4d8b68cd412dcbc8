import { describe, expect, it } from 'vitest'
import { readRoleList, roleOf } from './role-lists.ts'

const lists = {
  owner: readRoleList('Ada@desk.example, sub:248') ?? new Set<string>(),
  editor: readRoleList('group:strata editors, bo') ?? new Set<string>(),
  viewer: readRoleList('@Desk.example') ?? new Set<string>(),
}

describe('a list of who has a role', () => {
  it.each(['', 'ada@desk.example', '@desk.example', '*', 'group:a b, sub:248|x', 'ada , , bo'])(
    'may be “%s”',
    printed => {
      expect(readRoleList(printed)).not.toBeNull()
    },
  )
  it.each(['ada@desk.example bo@desk.example', 'group:', 'sub: x', 'owner:ada', '**'])(
    'may not be “%s”',
    printed => {
      expect(readRoleList(printed)).toBeNull()
    },
  )
})

describe('the role of somebody', () => {
  it.each([
    [{ address: 'ADA@desk.example' }, 'owner'],
    [{ subject: '248' }, 'owner'],
    [{ address: 'cy@desk.example', groups: ['strata editors'] }, 'editor'],
    [{ address: 'bo' }, 'editor'],
    [{ address: 'cy@DESK.example' }, 'viewer'],
    [{ address: 'cy@sub.desk.example' }, null],
    [{ address: 'ada@desk.example@elsewhere.example' }, null],
    [{ address: 'cy@notdesk.example' }, null],
    [{ groups: ['Strata editors', 'ada@desk.example', '@desk.example'] }, null],
    [{ subject: 'ada@desk.example' }, null],
    [{ address: 'sub:248' }, null],
    [{ address: '@desk.example' }, null],
    [{ address: 'group:strata editors' }, null],
    [{}, null],
  ])('of %o is %s', (claims, role) => {
    expect(roleOf(claims, lists)).toBe(role)
  })

  it('is that of everybody where a list says so', () => {
    expect(roleOf({}, { ...lists, viewer: new Set(['*']) })).toBe('viewer')
  })
})
