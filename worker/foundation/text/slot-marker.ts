/**
 * Whether a text is a placeholder in the stored form of a badge: `credentials/document/slots.ts`. A
 * name that looks like one would be replaced when the badge is made, so names are checked when they
 * are entered.
 */
export const isSlotMarker = (text: string): boolean => /^(?:urn:)?slot:[\w-]+$/.test(text)
