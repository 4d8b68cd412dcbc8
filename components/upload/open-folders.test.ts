import { expect, test } from 'vitest'
import { openFolders } from './open-folders.ts'

const file = (name: string) => new File(['x'], name)

function fileEntry(path: string, unreadable = false): FileSystemEntry {
  const name = path.split('/').at(-1) ?? ''
  const entry = {
    name,
    fullPath: path,
    isDirectory: false,
    isFile: true,
    file: (give: (file: File) => void, fail: () => void) => (unreadable ? fail() : give(file(name))),
  }
  return entry as unknown as FileSystemEntry
}

/** A folder that, like a browser's, gives its entries a few at a time. */
function folderEntry(path: string, entries: FileSystemEntry[], atOnce = 2): FileSystemEntry {
  const createReader = () => {
    const left = [...entries]
    return { readEntries: (give: (some: FileSystemEntry[]) => void) => give(left.splice(0, atOnce)) }
  }
  const entry = {
    name: path.split('/').at(-1),
    fullPath: path,
    isDirectory: true,
    isFile: false,
    createReader,
  }
  return entry as unknown as FileSystemEntry
}

/** The files that are given on, a list for each time, and whether these are all. */
async function open(things: (File | FileSystemEntry)[], most?: number) {
  const given: string[][] = []
  const isWhole = await openFolders(things, picked => given.push(picked.map(({ path }) => path)), most)
  return { given, isWhole }
}
const paths = async (things: (File | FileSystemEntry)[]) => (await open(things)).given.flat()

test('opens folders to any depth, and takes all of a folder that is given in parts', async () => {
  const deep = folderEntry('/pools/1998', [fileEntry('/pools/1998/d.txt')])
  const pools = folderEntry('/pools', [
    fileEntry('/pools/a'),
    fileEntry('/pools/b'),
    fileEntry('/pools/c'),
    deep,
  ])
  expect(await paths([pools, file('loose.txt')])).toEqual([
    'loose.txt',
    'pools/a',
    'pools/b',
    'pools/c',
    'pools/1998/d.txt',
  ])
})

test('leaves out system files and what cannot be opened, and keeps the rest', async () => {
  const pools = folderEntry('/pools', [
    fileEntry('/pools/.DS_Store'),
    fileEntry('/pools/gone', true),
    fileEntry('/pools/a'),
  ])
  expect(await paths([pools])).toEqual(['pools/a'])
})

test('gives thousands on as they are found, and says so where there are more than it takes', async () => {
  const entries = Array.from({ length: 2100 }, (_, at) => fileEntry(`/many/${at}`))
  const many = folderEntry('/many', entries, 100)
  const all = await open([many])
  expect(all.given.flat()).toEqual(entries.map((_, at) => `many/${at}`))
  expect(all.given[0]?.length).toBeLessThan(2100)
  expect(all.isWhole).toBe(true)
  const some = await open([many], 300)
  expect(some.given.flat()).toEqual(entries.slice(0, 300).map((_, at) => `many/${at}`))
  expect(some.isWhole).toBe(false)
})
