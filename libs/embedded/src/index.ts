export * from './free-port.js';
export * from './native-postgres.js';
export * from './postgres-cluster.js';
export * from './valkey.js';
