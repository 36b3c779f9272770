"""The weights of the reader: `reader.onnx`, its tokenizer, and the facts about them in `reader.json`."""
