"""What the trained model says of each line: does it leave the body, is it the headline?"""
