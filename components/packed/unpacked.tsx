'use client'

import { createElement, Fragment, memo, type ReactNode } from 'react'
import type { PackedElements, PackedNode } from './pack-elements.ts'

/** What `packElements` packed, drawn. Only ever given what the same page packed. */
export const Unpacked = memo(function Unpacked({ packed, slots }: PackedElements) {
  return unpackNode(JSON.parse(packed) as PackedNode, 0, slots)
})

function unpackNode(node: PackedNode, place: string | number, slots: ReactNode[]): ReactNode {
  if (typeof node === 'number') return <Fragment key={place}>{slots[node]}</Fragment>
  if (!Array.isArray(node)) return node
  const [head, ...rest] = node
  if (typeof head !== 'string')
    return <Fragment key={head === 0 ? place : head[0]}>{unpackRow(rest as PackedNode[], slots)}</Fragment>
  const [attributes, ...contents] = rest as [object | 0, ...PackedNode[]]
  const own = attributes === 0 ? { key: place } : { key: place, ...attributes }
  return contents.length === 0
    ? createElement(head, own)
    : createElement(head, own, unpackRow(contents, slots))
}

/** One thing stays by itself: a title takes no list. */
function unpackRow(nodes: PackedNode[], slots: ReactNode[]): ReactNode {
  const [first] = nodes
  if (nodes.length === 1 && first !== undefined) return unpackNode(first, 0, slots)
  return nodes.map((node, place) => unpackNode(node, place, slots))
}
