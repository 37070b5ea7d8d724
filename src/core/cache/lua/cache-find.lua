-- Gives the values of KEYS in order, false where there is none. No arguments, no clock.
return redis.call('MGET', unpack(KEYS))
