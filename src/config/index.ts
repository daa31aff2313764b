export type { BusinessProfile } from './business-profile';
export { Clock, MonotonicClock } from './clock';
export { BUSINESS_PROFILE, ConfigModule, SETTINGS } from './config.module';
export type { Environment } from './config.module';
export { isId } from './ids';
export { speechEnvironment } from './own-environment';
export { loadSettings, servesLocation, SettingsError } from './settings';
export type { Settings } from './settings';
