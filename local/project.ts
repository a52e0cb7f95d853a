/** Of the local servers; `projectId` where the shell names no other. */
export const projectId = 'demo-tallyboard';
export const dataset = 'tallyboard';
