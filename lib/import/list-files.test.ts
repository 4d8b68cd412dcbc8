import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { listFiles } from './list-files.ts'

const root = mkdtempSync(path.join(tmpdir(), 'strata-list-'))
afterAll(() => rmSync(root, { recursive: true }))
const write = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), content)
}
write('2002/b.txt', 'second')
write('2002/a.txt', 'first one')
write('2002/deep/c.nc', 'third')
write('2002/.DS_Store', 'litter')
write('2002/__MACOSX/._a.txt', 'litter')
write('apart.txt', '')
symlinkSync(root, path.join(root, '2002/deep/round'))
symlinkSync(path.join(root, 'apart.txt'), path.join(root, '2002/linked.txt'))
symlinkSync(path.join(root, 'gone.txt'), path.join(root, '2002/broken.txt'))

const list = (...paths: string[]) =>
  listFiles(paths.map(name => path.join(root, name))).map(file => [
    path.relative(root, file.path),
    file.bytes,
  ])

it('goes through folders to their ends in the order of names, without litter and links to folders', () => {
  expect(list('2002')).toEqual([
    ['2002/a.txt', 9],
    ['2002/b.txt', 6],
    ['2002/broken.txt', null],
    ['2002/deep/c.nc', 5],
    ['2002/linked.txt', 0],
  ])
})

it('names a file once, however often it is given, and what is not there', () => {
  expect(list('apart.txt', '2002/deep', '2002/deep/c.nc', 'nowhere')).toEqual([
    ['apart.txt', 0],
    ['2002/deep/c.nc', 5],
    ['nowhere', null],
  ])
})
