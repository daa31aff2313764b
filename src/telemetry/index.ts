export { LOG_DESTINATION, LoggingModule, withLogFields } from './logging.module';
