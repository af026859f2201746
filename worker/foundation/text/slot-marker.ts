/**
 * A text that stands for a value in the stored form of a badge (`credentials/slots.ts`). A name that is
 * one would be taken for it when a badge is made, so names are asked here when they are given.
 */
export const isSlotMarker = (text: string): boolean => /^(?:urn:)?slot:[\w-]+$/.test(text)
