/** The records of a project, one file each. The only barrel of the code base. */
export * from './annotation-set.ts';
export * from './attributes.ts';
export * from './authority.ts';
export * from './document.ts';
export * from './frame.ts';
export * from './ids.ts';
export * from './project.ts';
export * from './relation.ts';
export * from './settings.ts';
export * from './span.ts';
export * from './tagset.ts';
