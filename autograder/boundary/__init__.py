"""The trust boundary: values, never objects, between a check and a student's code.

A frame is a length (4 bytes) and one flat msgpack array (codec.py): kind, number, content. The
trusted side asks, the other answers with the same number; nobody speaks unasked.

    cell number source cpu          → done (None | failure)
    defined count name…             → done count name…
    call target measured args kw    → return peak value changes | raise failure changes
    while a call runs                 callback function args kw
    answers to a callback           → return value changes | raise failure changes

`changes` are the new contents of the mutable objects that came with the request. A failure is an
exception as data. Anything else that is sent ends the student process.

Trusted side: session, channel, allowance, memory, callbacks, handles, proxy, opaque. Student side:
worker, student, notebook, magics, standins. Both: codec, reader, encoder, decoder, arrays, dtypes,
generators, changes, failures.
"""
