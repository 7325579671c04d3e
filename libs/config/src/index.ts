export * from './clock.js';
export * from './environment.js';
export * from './mail-config.js';
export * from './service-config.js';
export * from './launcher-config.js';
